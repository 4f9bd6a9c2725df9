/** The whole hub with a proxy before each subgraph and each database, and a hand on each process. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startIssuer, type TestIssuer } from "../../gateway/testing/issuer.ts";
import { checkout } from "../../local/checkout.ts";
import type { StartSettings } from "../../local/start/environment.ts";
import { PARTNERS, perPartner, type Partner, type PerPartner } from "../../local/start/partners.ts";
import { ensureSecrets } from "../../local/start/secrets.ts";
import * as service from "../../local/start/services.ts";
import { DEMO_CANDIDATE } from "../../local/world/demo.ts";
import { startProcess, untilReady, type BenchProcess } from "../bench/process.ts";
import { demonstrationWorld } from "../support/demonstration-world.ts";
import { PATIENT } from "../support/patient.ts";
import { unusedPorts } from "../support/ports.ts";
import { untilSettled } from "../support/settled.ts";
import { Proxy } from "./proxy.ts";

export interface FaultsHub {
  url: string;
  issuer: TestIssuer;
  demoCandidate: string;
  /** Before each subgraph, as the gateway sees it. */
  subgraphs: PerPartner<Proxy>;
  /** Before each database, as its subgraph sees it. */
  databases: PerPartner<Proxy>;
  /** Sends a signal to the process of a subgraph. */
  signal: (name: Partner, signal: NodeJS.Signals) => void;
  /** Starts the process of a subgraph again, after it has ended as it was told by a signal. */
  restart: (name: Partner) => Promise<void>;
  /** What the gateway says of its readiness. */
  readiness: () => Promise<{ ready: boolean; notReady?: string[] }>;
  /** The memory in use, in megabytes, of the gateway and the five subgraphs together. */
  memory: () => Promise<number>;
  stop: () => Promise<void>;
}

/** How long a subgraph and the whole answer may take, in milliseconds: short, so that much can go wrong in a minute. */
export const TIMEOUT = 1_500;
export const DEADLINE = 3_000;

/**
 * Starts everything on databases of its own, in the PostgreSQL of this run.
 * @param settings of the gateway, in place of the short times
 */
export async function startFaultsHub(
  settings: Record<string, string> = {
    SUBGRAPH_TIMEOUT: String(TIMEOUT / 1000),
    ANSWER_DEADLINE: String(DEADLINE / 1000),
    MAX_PLANNING_SECONDS: PATIENT.MAX_PLANNING_SECONDS,
  },
): Promise<FaultsHub> {
  const folder = mkdtempSync(join(tmpdir(), "continuum-faults-"));
  const logs = join(folder, "logs");
  const started: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    return { ...(await start(folder, logs, started, settings)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  folder: string,
  logs: string,
  started: (() => unknown)[],
  gatewaySettings: Record<string, string>,
): Promise<Omit<FaultsHub, "stop">> {
  const secrets = ensureSecrets(join(folder, "secrets.json"));
  const issuer = await startIssuer();
  started.push(() => issuer.close());
  const ports = await somePorts();
  const order = ({ name, script, env }: service.Service) => ({
    name,
    script: [`dist/${script[0]}`, ...script.slice(1)] as [string, ...string[]],
    env: { ...env, LOG_LEVEL: "warn" },
    logs,
    preload: join(checkout, "tests/faults/heap.mjs"),
  });

  const stores = await demonstrationWorld();
  for (const store of Object.values(stores)) started.push(() => store.drop());

  const databases = perPartner((name) => {
    const { hostname, port } = new URL(stores[name].url);
    return new Proxy({ host: hostname, port: Number(port) });
  });
  const subgraphs = perPartner((name) => new Proxy({ host: "127.0.0.1", port: ports[name] }));
  const proxied: Partial<PerPartner<string>> = {};
  const processes: Partial<PerPartner<BenchProcess>> = {};
  const orders: Partial<PerPartner<ReturnType<typeof order>>> = {};
  const serve = async (name: Partner) => {
    const child = startProcess(orders[name] as ReturnType<typeof order>);
    processes[name] = child;
    await untilReady(child, () => isReady(ports[name]));
  };
  for (const name of PARTNERS) {
    const url = new URL(stores[name].url);
    url.port = String(await databases[name].open());
    proxied[name] = `http://127.0.0.1:${await subgraphs[name].open()}/graphql`;
    started.push(() => Promise.all([databases[name].close(), subgraphs[name].close()]));
    orders[name] = order(service.subgraph(name, url.href, ports, secrets));
    started.push(() => processes[name]?.stop());
  }
  await Promise.all(PARTNERS.map(serve));
  const settings = { host: "127.0.0.1", port: ports.gateway } as StartSettings;
  const front = order(service.gateway(settings, ports, secrets));
  const gateway = startProcess({
    ...front,
    env: {
      ...front.env,
      ...Object.fromEntries(PARTNERS.map((name) => [`${name.toUpperCase()}_URL`, proxied[name] ?? ""])),
      OIDC_ISSUER: issuer.issuer,
      ...gatewaySettings,
    },
  });
  started.push(() => gateway.stop());
  await untilReady(gateway, () => isReady(ports.gateway));
  // What is right is learned next, and must not change any more.
  await untilSettled(Object.values(stores).map(({ ownerUrl }) => ownerUrl));

  return {
    url: `http://127.0.0.1:${ports.gateway}`,
    issuer,
    demoCandidate: DEMO_CANDIDATE,
    subgraphs,
    databases,
    signal: (name, signal) => process.kill(processes[name]?.pid ?? Number.NaN, signal),
    restart: async (name) => {
      await processes[name]?.ended;
      await serve(name);
    },
    readiness: async () => (await fetch(`http://127.0.0.1:${ports.gateway}/health/ready`)).json() as never,
    memory: async () => {
      const all = [gateway, ...Object.values(processes)];
      const answers = await Promise.all(all.map((child) => child.tell({ heap: true })));
      return Math.round((answers as { bytes: number }[]).reduce((sum, { bytes }) => sum + bytes, 0) / 1e6);
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
    signal: AbortSignal.timeout(5_000),
  });
  const { notReady } = (await response.json()) as { notReady?: string[] };
  return response.ok && notReady === undefined;
}

async function somePorts(): Promise<service.Ports & { gateway: number }> {
  return unusedPorts(["gateway", "login", ...PARTNERS]);
}
