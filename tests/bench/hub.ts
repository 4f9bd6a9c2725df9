/** What all gateways of the benchmark stand before: PostgreSQL with a world of one size, five subgraphs, a login. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { checkout } from "../../local/checkout.ts";
import { postgresAccount } from "../../local/postgres/account.ts";
import { freePort } from "../../local/postgres/free-port.ts";
import { startPostgres } from "../../local/postgres/server.ts";
import { openTemporaryFolder } from "../../local/postgres/spare-folder.ts";
import { PARTNERS, perPartner, type Partner, type PerPartner } from "../../local/start/partners.ts";
import { provisionDatabase } from "../../platform/provision-database.ts";
import { parentOf } from "./cpu.ts";
import { startIssuer, type Issuer } from "./issuer.ts";
import { finishProcess, startProcess, untilReady, type BenchProcess } from "./process.ts";
import { step } from "./terminal.ts";

/** The five subgraphs, served in one way. */
export interface Subgraphs {
  /** For whoever stands before them. */
  urls: PerPartner<string>;
  processes: PerPartner<BenchProcess>;
  /** The composed supergraph, with their addresses in it. */
  supergraph: string;
}

export interface Hub {
  issuer: Issuer;
  /** The gateway's key for passports. */
  passportKey: string;
  /** The subgraphs as in production, and over the same databases those of the stock set-up. */
  own: Subgraphs;
  stock: Subgraphs;
  /** The superuser's connection to the registry's database. */
  registry: pg.Client;
  /** The superuser's own connection. */
  admin: pg.Client;
  /** The server process of PostgreSQL, above all its backends. */
  postgresPid: number;
  postgresLog: string;
  /** For what is written while the benchmark runs, and goes with it. */
  folder: string;
  /** Where the logs of all processes are; they stay. */
  logs: string;
  /** A port that nobody else of this benchmark has. */
  port(): Promise<number>;
  stop(): Promise<void>;
}

/** The logs of the last run. */
const LOGS = join(checkout, ".continuum", "bench", "logs");
/** Far from where `npm start` and the tests look for theirs. */
const FIRST_PORT = 28_000;

/**
 * Starts everything but the gateways, with a fresh world of `scale` times the demonstration's size. What was started
 * when something fails, or when `stop` is called, is stopped and removed. `registryPreload` is loaded into the registry in
 * the place of `delay.mjs`, which it loads itself.
 */
export async function startHub(scale: number, registryPreload?: string): Promise<Hub> {
  const started: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    return { ...(await start(scale, started, registryPreload)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  scale: number,
  started: (() => unknown)[],
  registryPreload?: string,
): Promise<Omit<Hub, "stop">> {
  const folder = ownFolder();
  started.push(() => rmSync(folder, { recursive: true, force: true }));
  const taken = new Set<number>();
  const port = async () => {
    const free = await freePort(FIRST_PORT, taken);
    taken.add(free);
    return free;
  };

  const postgresLog = join(LOGS, "postgres.log");
  rmSync(postgresLog, { force: true });
  const postgres = await step("PostgreSQL", async () =>
    startPostgres({
      folder,
      password: secret(),
      log: postgresLog,
      port: await port(),
      // As in production: what is disclosed is on the disk before it is shown.
      durable: true,
      // Even when this process is killed.
      temporary: true,
    }),
  );
  started.push(() => postgres.stop());
  const databases = await provision(postgres.adminUrl);
  await step("tables", () =>
    Promise.all(
      PARTNERS.map((name) =>
        finishProcess({
          name: `${name}-migrate`,
          script: [`dist/subgraphs/${name}/main.js`, "migrate"],
          env: { MIGRATION_DATABASE_URL: databases[name].ownerUrl },
          logs: LOGS,
        }),
      ),
    ),
  );
  await step(`the world, times ${scale}`, () =>
    finishProcess({
      name: "world",
      script: ["dist/local/world/main.js", "--scale", String(scale)],
      env: {
        WORLD_FILE: join(folder, "world.json"),
        ...Object.fromEntries(
          PARTNERS.map((name) => [`${name.toUpperCase()}_DATABASE_URL`, databases[name].ownerUrl]),
        ),
      },
      logs: LOGS,
    }),
  );

  const connect = async (database: string) => {
    const url = new URL(postgres.adminUrl);
    url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href });
    client.on("error", () => {});
    await client.connect();
    started.push(() => client.end());
    return client;
  };
  const admin = await connect("postgres");
  await step("statistics of the tables", async () => {
    // Plans should be those of a database that has been running, not those of one loaded a second ago.
    for (const name of PARTNERS) await (await connect(name)).query("vacuum analyze");
  });
  const { rows } = await admin.query<{ pid: number }>("select pg_backend_pid() as pid");

  const issuer = await startIssuer();
  started.push(() => issuer.close());
  const passport = keyPair();
  const grantKeys = perPartner(secret);
  const serve = async (how: "own" | "stock"): Promise<Subgraphs> => {
    const urls = perPartner(() => "");
    for (const name of PARTNERS) urls[name] = `http://127.0.0.1:${await port()}/graphql`;
    const processes = perPartner((name) => {
      const order = subgraph(name, how, databases[name].url, urls[name], passport.publicKey, grantKeys);
      const isOther = name === "registry" && registryPreload !== undefined;
      return startProcess(isOther ? { ...order, preload: join(checkout, registryPreload) } : order);
    });
    started.push(() => Promise.all(PARTNERS.map((name) => processes[name].stop())));
    const isReady = how === "own" ? isHealthy : isThere;
    await Promise.all(PARTNERS.map((name) => untilReady(processes[name], () => isReady(urls[name]))));
    return { urls, processes, supergraph: supergraphOf(urls) };
  };
  const own = await step("five subgraphs", () => serve("own"));
  const stock = await step("five stock subgraphs", () => serve("stock"));

  return {
    issuer,
    passportKey: passport.privateKey,
    own,
    stock,
    registry: await connect("registry"),
    admin,
    postgresPid: parentOf(rows[0]?.pid ?? 0),
    postgresLog,
    folder,
    logs: LOGS,
    port,
  };
}

/** Whether a server of the hub says that it is ready. */
export async function isHealthy(url: string): Promise<boolean> {
  const response = await fetch(new URL("/health/ready", url), { signal: AbortSignal.timeout(5_000) });
  await response.arrayBuffer();
  return response.ok;
}

/** Whether anything answers there: a stock server has no address for its health, and refuses who has no passport. */
async function isThere(url: string): Promise<boolean> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ __typename }" }),
    signal: AbortSignal.timeout(5_000),
  });
  await response.arrayBuffer();
  return response.status === 401;
}

function subgraph(
  name: Partner,
  how: "own" | "stock",
  databaseUrl: string,
  url: string,
  publicKey: string,
  grantKeys: PerPartner<string>,
) {
  const others = PARTNERS.filter((partner) => partner !== "registry");
  return {
    name: how === "own" ? name : `stock-${name}`,
    script: [`dist/subgraphs/${name}/main.js`, "serve"] as const,
    preload: join(checkout, `tests/bench/${how === "own" ? "delay" : "stock-loader"}.mjs`),
    logs: LOGS,
    env: {
      HOST: "127.0.0.1",
      PORT: new URL(url).port,
      DATABASE_URL: databaseUrl,
      PASSPORT_PUBLIC_KEYS: publicKey,
      ...(name === "registry"
        ? {
            DISCLOSURE_SEAL_KEY: keyPair().privateKey,
            ...Object.fromEntries(
              others.map((other) => [`${other.toUpperCase()}_GRANT_KEY`, grantKeys[other]]),
            ),
          }
        : { GRANT_KEY: grantKeys[name], MILESTONE_DELIVERY: "off" }),
    },
  };
}

/** A folder of this run that PostgreSQL's account can reach. */
function ownFolder(): string {
  const account = postgresAccount();
  const folder = mkdtempSync(join(openTemporaryFolder(account, "/var/tmp"), "continuum-bench-"));
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o711);
  return folder;
}

async function provision(adminUrl: string) {
  const made: Partial<PerPartner<Awaited<ReturnType<typeof provisionDatabase>>>> = {};
  // One after the other: PostgreSQL refuses two who change the same privileges at once.
  for (const name of PARTNERS)
    made[name] = await provisionDatabase(adminUrl, {
      name,
      ownerPassword: secret(),
      servicePassword: secret(),
    });
  return made as Required<typeof made>;
}

/** The committed supergraph, its addresses replaced: the peers take them from there. */
function supergraphOf(urls: PerPartner<string>): string {
  const text = readFileSync(join(checkout, "schema/supergraph.graphql"), "utf8");
  return text.replaceAll(
    /(@join__graph\(name: "(\w+)", url: )"[^"]*"/g,
    (whole, before: string, name: string) => (name in urls ? `${before}"${urls[name as Partner]}"` : whole),
  );
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}

/** A pair of Ed25519 keys as the processes read them: for passports, and for the seals of disclosures. */
function keyPair() {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const encode = (key: typeof publicKey) =>
    Buffer.from(JSON.stringify({ ...key.export({ format: "jwk" }), kid: "bench", alg: "EdDSA" })).toString(
      "base64url",
    );
  return { publicKey: encode(publicKey), privateKey: encode(privateKey) };
}
