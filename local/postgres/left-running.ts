/** A PostgreSQL that an earlier start left behind: found by its postmaster.pid, and stopped. */
import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartupError } from "../../platform/environment.ts";
import { commandOf, isAlive } from "./process-table.ts";

const ORDERLY = 15_000;
const IMMEDIATE = 5_000;

/**
 * Sees to it that no server runs on `data`: stops one that does, and removes the file of one that no longer does.
 * Stopping rather than adopting takes a moment longer, and ends whatever connections and settings the old one had.
 * @returns whether a server was running
 * @throws {StartupError} when it cannot be stopped.
 */
export async function stopLeftRunning(data: string): Promise<boolean> {
  const file = join(data, "postmaster.pid");
  const pid = readPid(file);
  if (pid === undefined || !isAlive(pid) || !runsOn(pid, data)) {
    // The number may have passed to another program, and PostgreSQL would then refuse to start.
    rmSync(file, { force: true });
    return false;
  }
  for (const [signal, patience] of [
    ["SIGINT", ORDERLY],
    ["SIGQUIT", IMMEDIATE],
  ] as const) {
    process.kill(pid, signal);
    if (await isGone(pid, patience)) return true;
  }
  throw new StartupError(
    `A PostgreSQL that was left running (process ${pid}) does not stop. End that process and start again.`,
  );
}

function readPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

function runsOn(pid: number, data: string): boolean {
  const command = commandOf(pid);
  if (command === undefined) return true;
  return command.includes("postgres") && (command.includes(data) || command.includes(realpathSync(data)));
}

async function isGone(pid: number, patience: number): Promise<boolean> {
  for (const until = Date.now() + patience; Date.now() < until; await sleep(50))
    if (!isAlive(pid)) return true;
  return !isAlive(pid);
}
