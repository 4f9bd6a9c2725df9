/** A hub of the crash test's own, every part of which can be killed and comes back by itself. */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { loadOrCreateKeys } from "../../local/login/keys.ts";
import { requestToken } from "../../local/login/request-token.ts";
import { findPersona } from "../../local/personas.ts";
import { PARTNERS, type Partner, type PerPartner } from "../../local/start/partners.ts";
import { ensureSecrets } from "../../local/start/secrets.ts";
import * as service from "../../local/start/services.ts";
import { databaseUrl, type DatabaseAddresses } from "../../platform/provision-database.ts";
import { isHealthy } from "../bench/hub.ts";
import { startProcess, type BenchProcess } from "../bench/process.ts";
import { unusedPorts } from "../support/ports.ts";

export interface CrashHub {
  gatewayUrl: string;
  /** The names of what can be killed. */
  processes: readonly string[];
  /** An access token of a persona of the development login. */
  token: (persona: string) => Promise<string>;
  /** Kills a process as nothing can be prepared for (SIGKILL), and starts it again at once. */
  kill: (name: string) => Promise<void>;
  /** Ends everybody's connections to a partner's database and lets nobody in for some milliseconds. */
  cut: (name: Partner, milliseconds: number) => Promise<void>;
  /** Waits until every process is ready. */
  ready: () => Promise<void>;
  /** Work on a partner's database as the superuser, past every rule that holds for services. */
  inspect: <Result>(name: Partner, work: (client: pg.Client) => Promise<Result>) => Promise<Result>;
  stop: () => Promise<void>;
}

export interface CrashHubOptions {
  /** For keys and logs. */
  folder: string;
  adminUrl: string;
  databases: PerPartner<DatabaseAddresses>;
  /** The host and port of a webhook that may be called by http; none unless told. */
  subscriber?: string;
}

const PATIENCE = 120_000;

/** Starts the login, the five subgraphs and the gateway as in production, on databases that are up to date. */
export async function startCrashHub({
  folder,
  adminUrl,
  databases,
  subscriber,
}: CrashHubOptions): Promise<CrashHub> {
  const logs = join(folder, "logs");
  const keysPath = join(folder, "login-keys.json");
  const secrets = ensureSecrets(join(folder, "secrets.json"));
  const { clientSecrets } = await loadOrCreateKeys(keysPath);
  const ports = await unusedPorts(["gateway", "login", ...PARTNERS]);
  const settings = { host: "127.0.0.1", port: ports.gateway };
  const login = service.login(settings, ports);
  const orders = [
    { ...login, env: { ...login.env, LOGIN_KEYS: keysPath } },
    ...PARTNERS.map((name) => {
      const order = service.subgraph(name, databases[name].url, ports, secrets, { settings, clientSecrets });
      return name === "registry" && subscriber
        ? { ...order, env: { ...order.env, WEBHOOK_ALLOWED_HOSTS: subscriber } }
        : order;
    }),
    service.gateway(settings, ports, secrets),
  ];
  const running = new Map<string, BenchProcess>();
  const start = ({ name, script, env }: service.Service) => {
    const [entry = "", ...args] = script;
    const order = { name, script: [join("dist", entry), ...args] as [string, ...string[]], logs };
    running.set(name, startProcess({ ...order, env: { ...env, LOG_LEVEL: "warn" } }));
  };
  for (const order of orders) start(order);

  const ready = async (): Promise<void> => {
    const until = Date.now() + PATIENCE;
    for (const order of orders) {
      const { name, url = "" } = order;
      while (!(await isHealthy(url).catch(() => false))) {
        // A process that could not start because its database was away is started again, as an orchestrator would.
        if (await hasEnded(running.get(name))) start(order);
        if (Date.now() > until) throw new Error(`${name} is not ready; its log is in ${logs}.`);
        await pause(100);
      }
    }
  };

  const nameOf = (name: Partner) => new URL(databases[name].url).pathname.slice(1);
  return {
    gatewayUrl: `http://127.0.0.1:${ports.gateway}`,
    processes: orders.map(({ name }) => name),
    async token(name) {
      const persona = findPersona(name);
      if (!persona) throw new Error(`There is no persona ${name}.`);
      return requestToken(service.issuer(ports), persona, clientSecrets[name]);
    },
    async kill(name) {
      const child = running.get(name);
      const order = orders.find((each) => each.name === name);
      if (!child || !order) throw new Error(`There is no process ${name}.`);
      killHard(child.pid);
      await child.ended;
      start(order);
    },
    async cut(name, milliseconds) {
      const database = nameOf(name);
      await withAdmin(adminUrl, async (admin) => {
        await admin.query(`alter database "${database}" allow_connections false`);
        try {
          await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
            database,
          ]);
          await pause(milliseconds);
        } finally {
          await admin.query(`alter database "${database}" allow_connections true`);
        }
      });
    },
    ready,
    inspect: (name, work) => withAdmin(databaseUrl(adminUrl, nameOf(name)), work),
    async stop() {
      await Promise.all([...running.values()].map((child) => child.stop()));
    },
  };
}

async function hasEnded(child: BenchProcess | undefined): Promise<boolean> {
  return child === undefined || Promise.race([child.ended.then(() => true), pause(0, false)]);
}

function killHard(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself, because of what was killed before it.
  }
}

async function withAdmin<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  // What is cut may be this very connection.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
