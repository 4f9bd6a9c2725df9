/** Finding a reflection plan that can still be changed. */
import type { Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ReflectionPlanState } from "../domain/reflection.ts";
import { ReflectionPlanRow } from "../store/reflection-plan.row.ts";
import { findOwn } from "./own.ts";

/** The plan. @throws {Refusal} `WRONG_STATE` when it was validated or abandoned. */
export async function findPlanInProgress(work: Work, id: string, field: string): Promise<ReflectionPlanRow> {
  const plan = await findOwn(work, ReflectionPlanRow, id, field);
  if (plan.state !== ReflectionPlanState.IN_PROGRESS)
    throw new Refusal("WRONG_STATE", `This plan is ${plan.state} and no longer changes.`, field);
  return plan;
}
