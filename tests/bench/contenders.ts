/** The set-ups that are compared: gateways before our subgraphs, each in its own process, and the stock set-up throughout. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PARTNERS } from "../../local/start/partners.ts";
import { UNCOUNTED } from "../../local/start/services.ts";
import { isHealthy, type Hub } from "./hub.ts";
import { AUDIENCE } from "./issuer.ts";
import { peersFolder } from "./peers.ts";
import { startProcess, untilReady, type BenchProcess } from "./process.ts";

/** Ours first: the others are compared with it. */
export const CONTENDERS = [
  "continuum",
  "stock",
  "stock-gateway",
  "stock-undici",
  "hive",
  "hive-rust",
] as const;
export type ContenderName = (typeof CONTENDERS)[number];
export type PeerName = Exclude<ContenderName, "continuum">;
export const PEERS = CONTENDERS.filter((name): name is PeerName => name !== "continuum");

export const LABELS: Record<ContenderName, string> = {
  continuum: "Continuum",
  stock: "Apollo, stock throughout",
  "stock-gateway": "Apollo, stock gateway",
  "stock-undici": "Apollo, undici",
  hive: "Hive",
  "hive-rust": "Hive, Rust planner",
};

export interface Contender {
  name: ContenderName;
  /** Where its graph is. */
  url: URL;
  process: BenchProcess;
}

/** Starts all gateways before `hub`; they are ready when this resolves. The last of the result stops them. */
export async function startContenders(
  hub: Hub,
  names: readonly ContenderName[] = CONTENDERS,
): Promise<{ contenders: Contender[]; stop: () => Promise<void> }> {
  const supergraphs = {
    own: join(hub.folder, "supergraph.graphql"),
    stock: join(hub.folder, "stock.graphql"),
  };
  for (const how of ["own", "stock"] as const) writeFileSync(supergraphs[how], hub[how].supergraph);
  const contenders: Contender[] = [];
  const stop = async () => {
    await Promise.all(contenders.map((contender) => contender.process.stop()));
  };
  try {
    for (const name of names) {
      const port = await hub.port();
      const url = new URL(`http://127.0.0.1:${port}/graphql`);
      const supergraph = supergraphs[name === "stock" ? "stock" : "own"];
      const process = startProcess({ name, logs: hub.logs, ...order(name, hub, port, supergraph) });
      contenders.push({ name, url, process });
    }
    await Promise.all(
      contenders.map((contender) => untilReady(contender.process, () => isReady(contender, hub))),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { contenders, stop };
}

function order(name: ContenderName, hub: Hub, port: number, supergraph: string) {
  const env = {
    HOST: "127.0.0.1",
    PORT: String(port),
    OIDC_ISSUER: hub.issuer.url,
    OIDC_AUDIENCE: AUDIENCE,
    PASSPORT_PRIVATE_KEY: hub.passportKey,
    SUPERGRAPH_PATH: supergraph,
  };
  const peer = (file: string) => join(peersFolder, file);
  const hive = [
    peer("node_modules/@graphql-hive/gateway/dist/bin.js"),
    "supergraph",
    supergraph,
    "--config-path",
    peer("hive.config.mjs"),
    "--host",
    env.HOST,
    "--port",
    env.PORT,
    "--disable-websockets",
  ] as const;
  const orders = {
    continuum: {
      script: ["dist/gateway/main.js"],
      env: {
        ...env,
        ...UNCOUNTED,
        ...Object.fromEntries(
          PARTNERS.map((partner) => [`${partner.toUpperCase()}_URL`, hub.own.urls[partner]]),
        ),
      },
    },
    stock: { script: [peer("stock.mjs")], env },
    "stock-gateway": { script: [peer("stock.mjs")], env },
    "stock-undici": { script: [peer("stock.mjs")], env: { ...env, FETCHER: "undici" } },
    hive: { script: hive, env },
    "hive-rust": { script: [...hive, "--hive-router-runtime"], env },
  } satisfies Record<ContenderName, { script: readonly [string, ...string[]]; env: Record<string, string> }>;
  return orders[name];
}

async function isReady({ name, url }: Contender, hub: Hub): Promise<boolean> {
  if (name === "continuum") return isHealthy(url.href);
  const token = await hub.issuer.token({
    subject: "bench-ready",
    organisation: "alliance",
    role: "DASHBOARD",
    purpose: "STATISTICS",
  });
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: "{ organisations { code } }" }),
    signal: AbortSignal.timeout(5_000),
  });
  const { data } = (await response.json()) as { data?: unknown };
  return response.ok && data !== null && data !== undefined;
}
