/**
 * Changing tables that are in use. A statement that waits for a lock makes everybody after it wait too, even readers:
 * so it waits shortly, gives up, lets the others through, and tries again.
 */
import { setTimeout as pause } from "node:timers/promises";
import { StartupError } from "./environment.ts";

/** How long a change of a table waits for those who use it, in milliseconds. */
export const LOCK_TIMEOUT = 3_000;

const TRIES = 20;
const BETWEEN = 2_000;

/**
 * What `change` gives, once it got its locks.
 * @param between how long others are let through between two tries, in milliseconds
 * @throws {StartupError} when somebody held one for minutes
 */
export async function whenUnlocked<Result>(
  change: () => Promise<Result>,
  tries = TRIES,
  between = BETWEEN,
): Promise<Result> {
  for (let left = tries; left > 0; left -= 1) {
    try {
      return await change();
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (left > 1) await pause(between);
    }
  }
  throw new StartupError(
    "A table is held by a transaction that does not end, so nothing was migrated after it. Find it (select pid, state, xact_start, query from pg_stat_activity order by xact_start), end it, and migrate again.",
  );
}

/** PostgreSQL's lock_not_available. */
function isLocked(error: unknown): boolean {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  return (driverError?.code ?? code) === "55P03";
}
