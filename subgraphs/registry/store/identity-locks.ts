/** One at a time where two could decide without seeing each other: those who share a key, and all against a human. */
import type { EntityManager, QueryRunner } from "typeorm";

/** A number of our own among the advisory locks of the database. */
const IDENTITY = 7_401_505;

/** Holds back, until the end of the transaction, whoever registers somebody with one of these keys. */
export async function lockKeys(manager: EntityManager, keys: readonly string[]): Promise<void> {
  await manager.query("select pg_advisory_xact_lock_shared($1)", [IDENTITY]);
  // In one order, so that two who wait for each other's keys cannot be.
  await manager.query(
    `select pg_advisory_xact_lock(${IDENTITY}, number)
     from (select distinct hashtext(key) as number from unnest($1::text[]) as key order by 1 offset 0) as numbers`,
    [keys],
  );
}

/** Holds back every other decision on who is who until the end of the transaction: for many at once, and for humans. */
export async function lockIdentity(manager: EntityManager): Promise<void> {
  await manager.query("select pg_advisory_xact_lock($1)", [IDENTITY]);
}

/** The same over several transactions of one connection: until `work` is over, or the connection is. */
export async function holdingIdentity<Result>(
  holder: QueryRunner,
  work: () => Promise<Result>,
): Promise<Result> {
  await holder.query("select pg_advisory_lock($1)", [IDENTITY]);
  try {
    return await work();
  } finally {
    await holder.query("select pg_advisory_unlock($1)", [IDENTITY]);
  }
}
