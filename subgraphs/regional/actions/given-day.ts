/** The days that inputs carry, refused in the caller's words when they cannot be. */
import { Refusal } from "../../../platform/user-error.ts";
import { FIRST_DAY, lastPlannableDay, mayHaveHappened } from "../domain/day.ts";

/** The day something happened: as given, today unless told. @throws {Refusal} `OUT_OF_RANGE` for a day to come. */
export function pastDay(given: string | null | undefined, today: string, field: string): string {
  const day = given ?? today;
  if (!mayHaveHappened(day, today))
    throw new Refusal("OUT_OF_RANGE", `What happened has a day from ${FIRST_DAY} to today.`, field);
  return day;
}

/** The day something is planned for. @throws {Refusal} `OUT_OF_RANGE` for a day before `first` or too far ahead. */
export function plannedDay(given: string, first: string, today: string, field: string): string {
  const last = lastPlannableDay(today);
  if (given < first || given > last)
    throw new Refusal("OUT_OF_RANGE", `What is planned has a day from ${first} to ${last}.`, field);
  return given;
}
