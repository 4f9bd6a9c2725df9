/** Cancels a statement that runs in PostgreSQL for nobody any more. */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** What is used here of a connection of `pg`, beyond what its types tell. */
export interface Connection {
  processID: number;
  connection: { stream: { destroy(): void } };
}

/** Cancels what `connection` does; resolves once `settled` has, and no cancellation is on its way any more. */
export type CancelStatement = (connection: Connection, settled: Promise<true>) => Promise<void>;

/** How long PostgreSQL may take to hear of a cancellation, in milliseconds. */
const PATIENCE = 1_000;
/** A cancellation may come before its statement: then it is sent again, after so many milliseconds, so many times. */
const AGAIN_AFTER = 100;
const TIMES = 5;

/** A canceller for the database at `url`, where it signs in as the same role. */
export function statementCanceller(url: string): CancelStatement {
  let queue = Promise.resolve(true);
  return async (connection, settled) => {
    for (let time = 0; time < TIMES; time += 1) {
      // One after the other: many may go away at once, and each cancellation takes a connection of the server's.
      queue = queue.then(() => askToCancel(url, connection.processID));
      if (!(await queue)) break;
      if (await Promise.race([settled, pause(AGAIN_AFTER, false)])) return;
    }
    // The server does not listen: it finds the connection closed when it wakes up.
    connection.connection.stream.destroy();
    await settled;
  };
}

/** Whether PostgreSQL was asked. Not over a connection of the pool: all of those may be waiting to be cancelled. */
async function askToCancel(url: string, processId: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    application_name: "continuum cancellation",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select pg_cancel_backend($1)", [processId]);
    return true;
  } catch {
    return false;
  } finally {
    client.end().catch(() => undefined);
  }
}
