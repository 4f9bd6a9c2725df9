/** Days that an input gives: what happened did so today or earlier, and not before what came first. */
import { Refusal } from "../../../platform/user-error.ts";

/** No file of these programmes is older. */
export const EARLIEST_DAY = "2010-01-01";

/**
 * The day something happened; today unless told.
 * @throws {Refusal} `OUT_OF_RANGE` for a day to come, or one before `earliest`
 */
export function dayOfEvent(
  day: string | null | undefined,
  today: string,
  field: string,
  earliest: string = EARLIEST_DAY,
): string {
  if (!day) return today;
  if (day > today) throw new Refusal("OUT_OF_RANGE", "This happened today or earlier.", field);
  return notBefore(day, earliest, field);
}

/** The day. @throws {Refusal} `OUT_OF_RANGE` when it comes before `earliest`. */
export function notBefore(day: string, earliest: string, field: string): string {
  if (day < earliest) throw new Refusal("OUT_OF_RANGE", `This day cannot come before ${earliest}.`, field);
  return day;
}
