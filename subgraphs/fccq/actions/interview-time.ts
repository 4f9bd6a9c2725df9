/** Nothing is known of an interview before it starts. */
import { Refusal } from "../../../platform/user-error.ts";

/** @throws {Refusal} `OUT_OF_RANGE` before the interview starts */
export function refuseBeforeItsTime(startsAt: Date, now: Date, field: string): void {
  if (startsAt > now) throw new Refusal("OUT_OF_RANGE", "This interview has not started yet.", field);
}
