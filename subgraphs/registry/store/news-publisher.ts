/** The publisher of the registry's process: at short intervals, beside the requests and on a connection of its own. */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Log } from "../../../platform/log.ts";
import { publishNext } from "./publish-news.ts";

/**
 * Begins to publish news, every `seconds`. A failure is logged and tried again: what waits is not lost.
 * @returns what stops it, once what is committed by then is published.
 */
export function startPublisher(databaseUrl: string, seconds: number, log: Log): () => Promise<void> {
  // Not from the pool of the requests: neither is ever to wait for the other.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: 5_000,
    application_name: "continuum news",
  });
  pool.on("error", (error) => log.warn({ err: error }, "the publisher of news lost its connection"));
  // One that is lost while it is in use fails what it was used for, and that is logged below.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const stopping = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      failures = (await publishAll()) ? 0 : failures + 1;
      // A database that is away is not asked five times a second.
      const wait = seconds * 1000 * Math.min(2 ** failures, 32);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    await publishAll();
    await pool.end();
  }

  async function publishAll(): Promise<boolean> {
    try {
      const client = await pool.connect();
      try {
        while ((await publishNext(client)) > 0);
      } finally {
        client.release();
      }
      return true;
    } catch (error) {
      log.error({ err: error }, "news could not be published; it is tried again");
      return false;
    }
  }

  return async () => {
    stopping.abort();
    await running;
  };
}
