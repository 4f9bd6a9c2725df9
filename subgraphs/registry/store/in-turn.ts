/** A transaction that is made again when somebody else was in the way: a door that registered the same, or a deadlock. */
import { setTimeout as pause } from "node:timers/promises";
import { QueryFailedError, type DataSource, type EntityManager } from "typeorm";

/** What another transaction at the same moment causes, and what is gone the next time. */
const PASSING = new Set(["23505", "40001", "40P01"]);
const TRIES = 6;

export async function inTurn<Result>(
  database: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (tried === TRIES || !isPassing(error)) throw error;
      await pause(20 * tried * (1 + Math.random()));
    }
  }
}

function isPassing(error: unknown): boolean {
  return (
    error instanceof QueryFailedError && PASSING.has((error.driverError as { code?: string }).code ?? "")
  );
}
