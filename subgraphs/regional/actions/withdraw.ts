/** Withdraw something from the profile of a region. */
import { Refusal } from "../../../platform/user-error.ts";

/** The row, no longer shown from today on. @throws {Refusal} `WRONG_STATE` when it was withdrawn before. */
export function withdraw<Row extends { withdrawnOn: string | null }>(
  row: Row,
  today: string,
  field: string,
): Row {
  if (row.withdrawnOn) throw new Refusal("WRONG_STATE", "This was withdrawn already.", field);
  return { ...row, withdrawnOn: today };
}
