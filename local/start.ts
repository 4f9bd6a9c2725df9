/** `npm start`: the whole hub on this machine, each part a process of its own as in production. */
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { StartupError } from "../platform/environment.ts";
import { localFolder } from "./checkout.ts";
import { loadOrCreateKeys } from "./login/keys.ts";
import {
  isWorldLoaded,
  markMigrated,
  markWorldLoaded,
  partnersToMigrate,
  provisionAll,
  startLocalPostgres,
  urls,
} from "./start/databases.ts";
import { startSettings, type StartSettings } from "./start/environment.ts";
import { watchLauncher } from "./start/launcher.ts";
import { claim } from "./start/one-at-a-time.ts";
import { PARTNERS } from "./start/partners.ts";
import { choosePorts, requirePort } from "./start/ports.ts";
import { Processes } from "./start/processes.ts";
import { ensureSecrets } from "./start/secrets.ts";
import * as service from "./start/services.ts";
import { publishState, withdrawState } from "./start/state.ts";
import { outliveTerminal, say, seconds, step, warn } from "./start/terminal.ts";
import { firstQuery } from "./start/welcome.ts";

outliveTerminal();
const stopRequested = untilStopIsRequested();

try {
  const settings = startSettings();
  await run(settings, `http://localhost:${settings.port}`);
  process.exit(0);
} catch (error) {
  warn(error instanceof StartupError ? error.message : `Continuum could not go on: ${String(error)}`);
  process.exit(1);
}

/** Starts everything, waits until it is to stop, and stops everything, whatever happened. */
async function run(settings: StartSettings, gatewayUrl: string): Promise<void> {
  mkdirSync(localFolder, { recursive: true });
  // Others may pass through it to PostgreSQL's data; the files that are secret say so themselves.
  chmodSync(localFolder, 0o711);
  const claimed = claim(localFolder, gatewayUrl);
  const processes = new Processes(join(localFolder, "logs"));
  try {
    // What was killed hard a moment ago takes a moment to let go of the port.
    await requirePort(settings.port, claimed.wasKilled ? 5_000 : 0);
    const started = Date.now();
    say("Starting Continuum. Ctrl-C stops it.");
    const starting = start(settings, gatewayUrl, processes);
    starting.catch(() => {});
    const outcome = await Promise.race([starting, processes.failure, stopRequested]);
    if (outcome === "ready") {
      say(`\nContinuum is ready (${seconds(started)}).\n\n${firstQuery(gatewayUrl)}`);
      await Promise.race([processes.failure, stopRequested]);
    }
    say("\nStopping Continuum ...");
  } finally {
    withdrawState();
    await processes.stop();
    claimed.release();
  }
  say("Stopped. The data is kept for the next start.");
}

async function start(settings: StartSettings, gatewayUrl: string, processes: Processes): Promise<"ready"> {
  const secrets = ensureSecrets(join(localFolder, "secrets.json"));

  const { adminUrl } = await step("PostgreSQL is up", () =>
    processes.postgres(
      startLocalPostgres(secrets, service.FIRST_POSTGRES_PORT, (sentence) => say(`  ${sentence}`)),
    ),
  );
  const databases = await step("Databases and roles are there, one for each organisation", () =>
    provisionAll(adminUrl, secrets),
  );

  const behind = await partnersToMigrate(adminUrl);
  if (behind.length > 0) {
    await step(`Tables are up to date: ${behind.join(", ")}`, () =>
      Promise.all(
        behind.map(async (name) => {
          await processes.finish(service.migration(name, databases[name].ownerUrl));
          await markMigrated(adminUrl, name);
        }),
      ),
    );
  }
  if (!(await isWorldLoaded(adminUrl))) {
    const loader = service.world(urls(databases, "ownerUrl"));
    const load = () => processes.finish(loader, true);
    await step("The demonstration world is there", load, "Loading the demonstration world");
    await markWorldLoaded(adminUrl);
  }

  // No sooner than they are needed: a first start takes a minute, and another hub may start in it.
  const ports = await choosePorts(join(localFolder, "ports.json"), service.FIRST_PORTS, settings.port);
  // The login makes them too; the partners must know theirs before it is up.
  const { clientSecrets } = await loadOrCreateKeys(service.loginKeys);
  const delivering = { settings, clientSecrets };
  await step("The login and the five subgraphs are ready", () =>
    processes.serve([
      service.login(settings, ports),
      ...PARTNERS.map((name) => service.subgraph(name, databases[name].url, ports, secrets, delivering)),
    ]),
  );
  await step("The gateway is ready", () => processes.serve([service.gateway(settings, ports, secrets)]));

  publishState({
    pid: process.pid,
    gatewayUrl,
    issuer: service.issuer(ports),
    audience: service.AUDIENCE,
    loginKeys: service.loginKeys,
    subgraphUrls: service.subgraphUrls(ports),
    databaseUrls: urls(databases, "url"),
    ownerDatabaseUrls: urls(databases, "ownerUrl"),
    adminDatabaseUrl: adminUrl,
    disclosureSealPublicKey: secrets.disclosureSeal.publicKey,
  });
  return "ready";
}

/** Resolves at Ctrl-C, at a request to end, when the terminal closes, or when the npm that started us was killed. */
function untilStopIsRequested(): Promise<"stop"> {
  return new Promise((resolve) => {
    const stop = () => resolve("stop");
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
    watchLauncher(stop);
  });
}
