/** Finding a counsellor who can take something into their care. */
import type { Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { CounsellorRow } from "../store/counsellor.row.ts";
import { findOwn } from "./own.ts";

/** The counsellor of the caller's organisation. @throws {Refusal} `WRONG_STATE` when they left. */
export async function findActiveCounsellor(work: Work, id: string): Promise<CounsellorRow> {
  const counsellor = await findOwn(work, CounsellorRow, id, "counsellorId");
  if (counsellor.endedOn !== null)
    throw new Refusal("WRONG_STATE", "This counsellor has left the team.", "counsellorId");
  return counsellor;
}
