/** The day on which something happened, as an officer tells it. */
import { Refusal } from "../../../platform/user-error.ts";

/**
 * The day told, or today when none is.
 * @throws {Refusal} `OUT_OF_RANGE` naming the input field, for a day to come or one before `earliest`
 */
export function pastDay(
  told: string | null | undefined,
  today: string,
  field: string,
  earliest: string | null = null,
): string {
  const day = told ?? today;
  if (day > today) throw new Refusal("OUT_OF_RANGE", "This happened today or earlier.", field);
  if (earliest !== null && day < earliest)
    throw new Refusal("OUT_OF_RANGE", `This cannot have happened before ${earliest}.`, field);
  return day;
}
