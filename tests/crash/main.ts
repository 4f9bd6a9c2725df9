/**
 * `npm run crash:test -- --seconds N`: a hub of its own is killed part by part, at random, while all partners work.
 * Ends with one line of JSON; the exit code is 1 when anything was lost, told twice, or cannot be explained.
 */
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { postgresAccount } from "../../local/postgres/account.ts";
import { isFree } from "../../local/postgres/free-port.ts";
import { startPostgres } from "../../local/postgres/server.ts";
import { openTemporaryFolder } from "../../local/postgres/spare-folder.ts";
import { PARTNERS, type PerPartner } from "../../local/start/partners.ts";
import * as service from "../../local/start/services.ts";
import { StartupError } from "../../platform/environment.ts";
import { provisionDatabase, type DatabaseAddresses } from "../../platform/provision-database.ts";
import { finishProcess } from "../bench/process.ts";
import { startCrashHub } from "./hub.ts";
import { crash } from "./run.ts";

const FIRST_PORT = 29_000;
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  // What was started ends with this process: each part watches whether it is still there.
  process.once(signal, () => process.exit(130));

try {
  await run(secondsIn(process.argv.slice(2)));
} catch (error) {
  say(error instanceof StartupError ? error.message : `The crash test could not go on: ${String(error)}`);
  process.exit(1);
}
process.exit();

async function run(seconds: number): Promise<void> {
  const account = postgresAccount();
  const folder = mkdtempSync(join(openTemporaryFolder(account, "/var/tmp"), "continuum-crash-"));
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o711);
  const password = secret();
  // What is committed must be on the disk: a killed server forgets what was not.
  const begin = (port: number) =>
    startPostgres({ folder, password, log: join(folder, "postgres.log"), port, durable: true });
  let postgres = await begin(FIRST_PORT);
  const stops: (() => Promise<unknown>)[] = [() => postgres.stop()];
  try {
    say("PostgreSQL is up.");
    const databases = await makeDatabases(postgres.adminUrl, folder);
    const hub = await startCrashHub({
      folder,
      adminUrl: postgres.adminUrl,
      databases,
      firstPort: FIRST_PORT,
    });
    stops.push(() => hub.stop());
    const killServer = async () => {
      const { port, ended } = postgres;
      process.kill(postmaster(folder), "SIGKILL");
      await ended;
      while (!(await isFree(port))) await pause(50);
      postgres = await begin(port);
      if (postgres.port !== port) throw new Error(`Somebody took port ${port} of PostgreSQL.`);
    };
    const findings = await crash(hub, { seconds, kills: 5, each: 2, pause: [200, 1_500], killServer, say });
    const { lost, duplicated, unexplained, undelivered } = findings;
    process.stdout.write(`${JSON.stringify(findings)}\n`);
    process.exitCode = lost + duplicated + unexplained + undelivered > 0 ? 1 : 0;
  } finally {
    for (const stop of stops.reverse()) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The server process itself, above all its backends. */
function postmaster(folder: string): number {
  return Number(readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n", 1)[0]);
}

async function makeDatabases(adminUrl: string, folder: string): Promise<PerPartner<DatabaseAddresses>> {
  const made: Partial<PerPartner<DatabaseAddresses>> = {};
  // One after the other: PostgreSQL refuses two who change the same privileges at once.
  for (const name of PARTNERS) {
    const addresses = await provisionDatabase(adminUrl, {
      name,
      ownerPassword: secret(),
      servicePassword: secret(),
    });
    const { script, env } = service.migration(name, addresses.ownerUrl);
    const [entry = "", ...args] = script;
    await finishProcess({
      name: `${name}-migrate`,
      script: [join("dist", entry), ...args],
      env,
      logs: join(folder, "logs"),
    });
    made[name] = addresses;
  }
  return made as PerPartner<DatabaseAddresses>;
}

function secondsIn(args: string[]): number {
  try {
    const { values } = parseArgs({ args, options: { seconds: { type: "string", default: "60" } } });
    if (/^[1-9]\d{0,4}$/.test(values.seconds)) return Number(values.seconds);
  } catch {
    // Said below.
  }
  throw new StartupError("Use: npm run crash:test -- --seconds 60 (a whole number from 1 on).");
}

function secret(): string {
  return randomBytes(24).toString("base64url");
}
