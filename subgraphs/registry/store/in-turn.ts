/** Work that is done again when somebody else was in the way: a door that registered the same, or a deadlock. */
import { setTimeout as pause } from "node:timers/promises";
import { QueryFailedError } from "typeorm";

/** What another transaction at the same moment causes, and what is gone the next time. */
const PASSING = new Set(["23505", "40001", "40P01"]);
const TRIES = 6;

/** @param work leaves nothing half done when it fails */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
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
