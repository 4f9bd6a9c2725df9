/** A whole small hub for specs: issuer, three subgraphs, and a gateway that listens. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { gatewaySettings, type GatewaySettings } from "../environment.ts";
import { buildGateway, type Gateway } from "../server.ts";
import { AUDIENCE, startIssuer, type TestIssuer } from "./issuer.ts";
import { composeSupergraph, startSubgraph, type SubgraphName, type TestSubgraph } from "./subgraphs.ts";

export interface Answer {
  status: number;
  headers: Headers;
  data?: Record<string, unknown> | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: Record<string, unknown>;
  }[];
  /** The whole answer as it came. */
  text: string;
}

export interface TestHub {
  url: string;
  gateway: Gateway;
  issuer: TestIssuer;
  subgraphs: Record<SubgraphName, TestSubgraph>;
  supergraphPath: string;
  /** Asks the graph with a good token, unless `headers` says otherwise. */
  ask: (query: string, headers?: Record<string, string>) => Promise<Answer>;
  /** One more gateway before the same subgraphs. */
  another: () => Promise<{ url: string; stop: () => Promise<void> }>;
  close: () => Promise<void>;
}

/** @param urls of subgraphs that others serve, with passports of `givenKey` */
export async function startHub(
  change: Partial<GatewaySettings> = {},
  urls: Partial<Record<SubgraphName, readonly string[]>> = {},
  givenKey?: PassportKey,
): Promise<TestHub> {
  const supergraph = composeSupergraph();
  const passportKey = givenKey ?? (await ed25519Key());
  const issuer = await startIssuer();
  const subgraphs = {
    registry: await startSubgraph("registry", passportKey.publicKey),
    fccq: await startSubgraph("fccq", passportKey.publicKey),
    eer: await startSubgraph("eer", passportKey.publicKey),
  };
  const folder = await mkdtemp(join(tmpdir(), "gateway-"));
  const supergraphPath = join(folder, "supergraph.graphql");
  await writeFile(supergraphPath, supergraph);
  const settings: GatewaySettings = {
    ...testSettings(passportKey.privateKey, issuer.issuer, supergraphPath),
    subgraphs: {
      ...Object.fromEntries(Object.entries(subgraphs).map(([name, { url }]) => [name, [url]])),
      ...urls,
    },
    ...change,
  };
  const another = async () => {
    const made = await buildGateway(settings, { lookEvery: 50, probeEvery: 50 });
    return { ...made, url: await made.app.listen({ host: "127.0.0.1", port: 0 }) };
  };
  const { url, ...gateway } = await another();
  return {
    url,
    gateway,
    issuer,
    subgraphs,
    supergraphPath,
    another,
    ask: async (query, headers) =>
      post(url, query, headers ?? { authorization: `Bearer ${await issuer.token()}` }),
    close: async () => {
      await gateway.stop();
      await Promise.all([issuer, ...Object.values(subgraphs)].map((part) => part.close()));
      await rm(folder, { recursive: true });
    },
  };
}

/** A pair of keys for passports, in the form of the environment's variables. */
export interface PassportKey {
  privateKey: string;
  publicKey: string;
}

/** A fresh pair. */
export async function ed25519Key(): Promise<PassportKey> {
  const pair = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const text = (jwk: JWK) => Buffer.from(JSON.stringify({ ...jwk, kid: "gateway-1" })).toString("base64url");
  return {
    privateKey: text(await exportJWK(pair.privateKey)),
    publicKey: text(await exportJWK(pair.publicKey)),
  };
}

/** Settings as the environment would give them, quiet. */
export function testSettings(privateKey: string, issuer: string, supergraphPath: string): GatewaySettings {
  const nowhere = "http://127.0.0.1:9/graphql";
  return gatewaySettings({
    PASSPORT_PRIVATE_KEY: privateKey,
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: AUDIENCE,
    SUPERGRAPH_PATH: supergraphPath,
    REGISTRY_URL: nowhere,
    FCCQ_URL: nowhere,
    EER_URL: nowhere,
    CCMM_URL: nowhere,
    REGIONAL_URL: nowhere,
    // Nobody is given up for being slow on a busy machine: the specs that are about being late say so.
    SUBGRAPH_TIMEOUT: "60",
    ANSWER_DEADLINE: "120",
    // A small graph is planned at once: a thread for each gateway would cost more than all that is asked of it.
    MAX_PLANNING_SECONDS: "0",
    LOG_LEVEL: "silent",
  });
}

async function post(url: string, query: string, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    // The media type in which a document that is refused has a status of its own.
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      ...headers,
    },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  return { ...(JSON.parse(text) as object), status: response.status, headers: response.headers, text };
}
