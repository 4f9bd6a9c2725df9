/** What an import left behind becomes registrations, and is compared, by the registry's process when the import is gone. */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { connect, createDatabase } from "../../platform/database.ts";
import { describeError, type Log } from "../../platform/log.ts";
import { compareWaiting } from "./actions/compare-waiting.ts";
import { enterLeftBehind } from "./actions/enter-left-behind.ts";
import { database } from "./store/database.ts";

/** The lock that an import shares with others while it runs. */
export const IMPORTING = "continuum import";
const EVERY = 60_000;
/** So many, then an import that has begun meanwhile gets its turn. */
const MOST = 1_000;

/** Gives what begins to look, once a minute; a failure is logged and tried again. */
export function comparing(): (databaseUrl: string, log: Log) => () => Promise<void> {
  return (databaseUrl, log) => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const running = (async () => {
      while (!signal.aborted) {
        const compared = await compareLeftBehind(databaseUrl, signal).catch((error: unknown) => {
          log.error(
            { err: describeError(error) },
            "what an import left behind could not be compared; it is tried again",
          );
          return 0;
        });
        await pause(compared > 0 ? 1_000 : EVERY, undefined, { signal }).catch(() => undefined);
      }
    })();
    return async () => {
      stopping.abort();
      await running;
    };
  };
}

/** Enters and compares some of those who wait, unless an import runs, which does it itself. Gives how many were compared. */
export async function compareLeftBehind(
  databaseUrl: string,
  stopping = new AbortController().signal,
): Promise<number> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    application_name: "continuum comparing",
  });
  // A connection that is lost also fails whatever was using it, and that is what is told.
  client.on("error", () => undefined);
  await client.connect();
  try {
    // Held until this connection ends.
    const { rows } = await client.query<{ mine: boolean }>(
      "select (exists (select from identity_waiting) or exists (select from registration_arriving)) and pg_try_advisory_lock(hashtext($1)) as mine",
      [IMPORTING],
    );
    return rows[0]?.mine ? await compareSome(databaseUrl, stopping) : 0;
  } finally {
    await client.end();
  }
}

async function compareSome(databaseUrl: string, stopping: AbortSignal): Promise<number> {
  const registry = await connect(createDatabase(databaseUrl, database, 5));
  const enough = new AbortController();
  let done = 0;
  try {
    const signal = AbortSignal.any([stopping, enough.signal]);
    const progress = (more: number) => {
      done += more;
      if (done >= MOST) enough.abort();
    };
    const { rows } = await enterLeftBehind(registry, { organisation: null, batch: 100, progress, signal });
    const now = () => new Date();
    return rows + (await compareWaiting(registry, { organisation: null, now, batch: 100, progress, signal }));
  } finally {
    await registry.destroy();
  }
}
