/** Notes that referrals expired, at intervals, beside the requests: one process at a time, however many serve. */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { dayInQuebec } from "../../../platform/action.ts";
import type { Log } from "../../../platform/log.ts";
import { expireUnanswered } from "./referral-trail.ts";

/**
 * Begins to sweep, every `seconds`. What a referral grants ends on its day without it: this only writes down that it
 * did. A failure is logged and tried again.
 * @returns what stops it
 */
export function startReferralSweeper(databaseUrl: string, seconds: number, log: Log): () => Promise<void> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: 5_000,
    application_name: "continuum referral sweeper",
  });
  pool.on("error", (error) => log.warn({ err: error }, "the referral sweeper lost its connection"));
  const stopping = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sweepReferrals(pool, new Date()).catch((error: unknown) => {
        log.error({ err: error }, "expired referrals could not be noted; it is tried again");
      });
      await pause(seconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    await pool.end();
  }

  return async () => {
    stopping.abort();
    await running;
  };
}

/** Notes every referral that has expired by `now`, in the registry's database. */
export async function sweepReferrals(pool: pg.Pool, now: Date): Promise<void> {
  const client = await pool.connect();
  try {
    // Held for the length of the session: another process that sweeps leaves it to this one.
    const { rows } = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_lock(hashtext($1)) as mine",
      [SWEEP],
    );
    if (!rows[0]?.mine) return;
    try {
      const today = dayInQuebec(now);
      while ((await unanswered(client, today)) > 0) await expireUnanswered(client, { today, now });
    } finally {
      await client.query("select pg_advisory_unlock(hashtext($1))", [SWEEP]);
    }
  } finally {
    client.release();
  }
}

const SWEEP = "continuum referral sweep";

/** Those that could be noted now: who holds one is answering it at this moment. */
async function unanswered(client: pg.PoolClient, today: string): Promise<number> {
  const { rowCount } = await client.query(
    "select from referral where state = 'REQUESTED' and open_until < $1 limit 1 for update skip locked",
    [today],
  );
  return rowCount ?? 0;
}
