/** Registrations that an import left behind are compared by the registry's process, when the import is gone. */
import { setTimeout as pause } from "node:timers/promises";
import { connect, createDatabase } from "../../platform/database.ts";
import { describeError, type Log } from "../../platform/log.ts";
import { withClient } from "../../platform/provision-database.ts";
import { compareWaiting } from "./actions/compare-waiting.ts";
import { database } from "./store/database.ts";

/** The lock that an import shares with others while it runs. */
export const IMPORTING = "continuum import";
const EVERY = 60_000;

/** Gives what begins to look, once a minute; a failure is logged and tried again. */
export function comparing(): (databaseUrl: string, log: Log) => () => Promise<void> {
  return (databaseUrl, log) => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const running = (async () => {
      while (!signal.aborted) {
        await compareLeftBehind(databaseUrl, signal).catch((error: unknown) => {
          log.error(
            { err: describeError(error) },
            "registrations that wait could not be compared; it is tried again",
          );
        });
        await pause(EVERY, undefined, { signal }).catch(() => undefined);
      }
    })();
    return async () => {
      stopping.abort();
      await running;
    };
  };
}

/** Compares whoever waits, unless an import runs, which does it itself. Gives how many were compared. */
export async function compareLeftBehind(databaseUrl: string, signal?: AbortSignal): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    // Held until this connection ends.
    const { rows } = await client.query<{ mine: boolean }>(
      `select exists (select from identity_waiting) and pg_try_advisory_lock(hashtext($1)) as mine`,
      [IMPORTING],
    );
    if (!rows[0]?.mine) return 0;
    const registry = await connect(createDatabase(databaseUrl, database, 1));
    try {
      const options = { organisation: null, now: () => new Date(), batch: 100 };
      const { compared } = await compareWaiting(registry, signal ? { ...options, signal } : options);
      return compared;
    } finally {
      await registry.destroy();
    }
  });
}
