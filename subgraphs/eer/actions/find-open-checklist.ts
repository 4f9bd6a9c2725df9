/** Finding the plan of a move whose checklist still changes. */
import type { Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { PREPARING, RelocationPlanState } from "../domain/relocation.ts";
import { RelocationPlanRow } from "../store/relocation-plan.row.ts";
import { findOwn } from "./own.ts";

/** The plan. @throws {Refusal} `WRONG_STATE` once the household is settled in, has left, or gave the plan up. */
export async function findOpenChecklist(
  work: Work,
  planId: string,
  field: string,
): Promise<RelocationPlanRow> {
  const plan = await findOwn(work, RelocationPlanRow, planId, field);
  if (!PREPARING.includes(plan.state) && plan.state !== RelocationPlanState.ARRIVED)
    throw new Refusal("WRONG_STATE", `This move is ${plan.state}: its checklist no longer changes.`, field);
  return plan;
}
