/** A PostgreSQL of one run's own, with the five databases up to date, that can be killed hard and comes back. */
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { postgresAccount } from "../../local/postgres/account.ts";
import { isFree } from "../../local/postgres/free-port.ts";
import { startPostgres } from "../../local/postgres/server.ts";
import { openTemporaryFolder } from "../../local/postgres/spare-folder.ts";
import { PARTNERS, type PerPartner } from "../../local/start/partners.ts";
import * as service from "../../local/start/services.ts";
import { provisionDatabase, type DatabaseAddresses } from "../../platform/provision-database.ts";
import { finishProcess } from "../bench/process.ts";

export interface OwnServer {
  /** For what is written during the run; it goes with the server. */
  folder: string;
  adminUrl: string;
  databases: PerPartner<DatabaseAddresses>;
  /** Kills the whole server (SIGKILL) and starts it again at the same address. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the server at `port` or above, and makes the databases. */
export async function startOwnServer(port: number): Promise<OwnServer> {
  const account = postgresAccount();
  const folder = mkdtempSync(join(openTemporaryFolder(account, "/var/tmp"), "continuum-own-"));
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o711);
  const password = secret();
  // What is committed must be on the disk: a killed server forgets what was not.
  const begin = (at: number) =>
    startPostgres({ folder, password, log: join(folder, "postgres.log"), port: at, durable: true });
  let postgres = await begin(port);
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return {
      folder,
      adminUrl: postgres.adminUrl,
      databases: await makeDatabases(postgres.adminUrl, join(folder, "logs")),
      async kill() {
        const { port: at, ended } = postgres;
        process.kill(postmaster(folder), "SIGKILL");
        await ended;
        while (!(await isFree(at))) await pause(50);
        postgres = await begin(at);
        if (postgres.port !== at) throw new Error(`Somebody took port ${at} of PostgreSQL.`);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The server process itself, above all its backends. */
function postmaster(folder: string): number {
  return Number(readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n", 1)[0]);
}

async function makeDatabases(adminUrl: string, logs: string): Promise<PerPartner<DatabaseAddresses>> {
  const made: Partial<PerPartner<DatabaseAddresses>> = {};
  // One after the other: PostgreSQL refuses two who change the same privileges at once.
  for (const name of PARTNERS) {
    const roles = { name, ownerPassword: secret(), servicePassword: secret() };
    const addresses = await provisionDatabase(adminUrl, roles);
    await finishService(service.migration(name, addresses.ownerUrl), logs);
    made[name] = addresses;
  }
  return made as PerPartner<DatabaseAddresses>;
}

/** Runs a service that does its work and ends. */
export async function finishService({ name, script, env }: service.Service, logs: string): Promise<void> {
  const [entry = "", ...args] = script;
  await finishProcess({ name, script: [join("dist", entry), ...args], env, logs });
}

function secret(): string {
  return randomBytes(24).toString("base64url");
}
