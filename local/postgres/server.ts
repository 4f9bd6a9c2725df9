/** A real PostgreSQL server on this machine, from the programs that npm installed. */
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartupError } from "../../platform/environment.ts";
import { checkout } from "../checkout.ts";
import { canReach, postgresAccount, type Account } from "./account.ts";
import { findBinaries, type Binaries } from "./binaries.ts";
import { ensureData, madeWith, SUPERUSER } from "./data-folder.ts";
import { freePort } from "./free-port.ts";
import { stopLeftRunning } from "./left-running.ts";
import { serverSettings } from "./settings.ts";
import { spareFolder } from "./spare-folder.ts";

export interface PostgresOptions {
  /** Where the data should live. */
  folder: string;
  /** The password of the superuser; the same at every start. */
  password: string;
  /** The file that takes the server's log. */
  log: string;
  /** The port to begin with when looking for a free one. */
  port: number;
  /** Whether what is committed survives a power cut. Off makes tests several times faster. */
  durable: boolean;
  /** Whether the folder is removed when the server has stopped. */
  temporary?: boolean;
  /** Is told, in a sentence, what the user would wonder about. */
  notice?: (sentence: string) => void;
}

export interface PostgresServer {
  port: number;
  /** The address of the superuser's own database. */
  adminUrl: string;
  /** Settles when the server has ended, asked for or not. */
  ended: Promise<void>;
  /** Ends every connection and stops the server; resolves when its files are at rest. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on `options.folder`, which is made if it is not there; a server left running there is stopped first.
 * @throws {StartupError} with a sentence for the user when it does not start.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const account = postgresAccount();
  const binaries = findBinaries(account, () => spareFolder(account, checkout));
  const data = await placeData(options, account);
  await ensureData(data, options.password, binaries, account);
  if (await stopLeftRunning(data))
    options.notice?.("Stopped a PostgreSQL that an earlier start had left running.");

  mkdirSync(dirname(options.log), { recursive: true });
  let port = await freePort(options.port);
  for (const until = Date.now() + PATIENCE; ;) {
    const outcome = await launch(options, { data, port, binaries, account });
    if (typeof outcome !== "string") {
      if (port !== options.port)
        options.notice?.(
          `Port ${options.port} is taken, perhaps by another hub on this machine: PostgreSQL listens on ${port}.`,
        );
      return outcome;
    }
    if (Date.now() > until) throw new StartupError(`PostgreSQL does not start: ${outcome}`);
    // Somebody else took it since it was found free, or was looking at it themselves just then.
    if (/could not create any TCP\/IP socket/.test(outcome)) {
      await sleep(50 + Math.random() * 200);
      port = await freePort(options.port);
    }
    // The last connections of a server that was killed hard take a moment to notice.
    else if (/shared memory|lock file/.test(outcome)) await sleep(300);
    else throw new StartupError(`PostgreSQL does not start: ${outcome} Its log is ${options.log}.`);
  }
}

const PATIENCE = 60_000;

/** Where the data lives: as wished, or in a spare folder when the account of the server cannot get there. */
async function placeData(options: PostgresOptions, account: Account | undefined): Promise<string> {
  const wished = join(options.folder, "data");
  const made = mkdirSync(options.folder, { recursive: true });
  // Whatever the user's own mask: a folder made here is one that the server may pass through.
  if (made && account) for (const path of [made, options.folder]) chmodSync(path, 0o711);
  if (canReach(account, wished)) return wished;
  const data = join(spareFolder(account, options.folder), "data");
  options.notice?.(
    `PostgreSQL cannot run as root, and its account cannot enter ${options.folder}: its data is in ${data}.`,
  );
  // Whoever removed .continuum meant to begin anew, and does not know of this folder.
  if (!madeWith(data, options.password)) {
    await stopLeftRunning(data);
    rmSync(data, { recursive: true, force: true });
  }
  return data;
}

interface Place {
  data: string;
  port: number;
  binaries: Binaries;
  account: Account | undefined;
}

/** The server once it takes connections, or the reason why it ended first. */
async function launch(options: PostgresOptions, place: Place): Promise<PostgresServer | string> {
  const log = openSync(options.log, "a");
  const logged = statSync(options.log).size;
  const order = {
    command: place.binaries.postgres,
    args: ["-D", place.data, ...serverSettings(place.port, options.durable)],
    cwd: place.binaries.folder,
    ...place.account,
    ...(options.temporary ? { removeWhenDone: options.folder } : {}),
  };
  // A process group of its own, so that Ctrl-C in a terminal reaches it only through the one that started it.
  const guard = spawn(process.execPath, [join(checkout, "local/postgres/guard.mjs"), JSON.stringify(order)], {
    stdio: ["pipe", log, log],
    detached: process.platform !== "win32",
    windowsHide: true,
    env: { PATH: process.env["PATH"], SYSTEMROOT: process.env["SYSTEMROOT"], LC_ALL: "C" },
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    guard.once("exit", () => resolve());
    guard.once("error", () => resolve());
  });
  if (await becomesReady(guard, place.data)) {
    return {
      port: place.port,
      adminUrl: `postgres://${SUPERUSER}:${encodeURIComponent(options.password)}@127.0.0.1:${place.port}/postgres`,
      ended,
      stop: async () => {
        guard.stdin?.end();
        await ended;
      },
    };
  }
  guard.stdin?.end();
  await ended;
  return lastComplaint(readFileSync(options.log, "utf8").slice(logged));
}

async function becomesReady(guard: ChildProcess, data: string): Promise<boolean> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(25)) {
    if (guard.exitCode !== null || guard.signalCode !== null) return false;
    try {
      // The eighth line is the server's own word for its state.
      const status = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[7]?.trim();
      if (status === "ready") return true;
    } catch {
      continue;
    }
  }
  return false;
}

function lastComplaint(log: string): string {
  const lines = log.split("\n").filter((line) => /FATAL|PANIC|ERROR|error/.test(line));
  return (lines.at(-1) ?? "it did not say why.").replace(/^.*(FATAL|PANIC|ERROR):\s*/, "");
}
