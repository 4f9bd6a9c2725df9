/** Give a reflection plan up. */
import { defineAction } from "../../../platform/action.ts";
import { ReflectionPlanState } from "../domain/reflection.ts";
import { ReflectionPlanRow } from "../store/reflection-plan.row.ts";
import { findOwn } from "./own.ts";
import { endPlan, type ReflectionPlanEndInput } from "./reflection-plan-end.ts";

export const reflectionPlanAbandon = defineAction<ReflectionPlanEndInput, ReflectionPlanRow>({
  name: "reflectionPlanAbandon",
  roles: ["COUNSELLOR"],
  row: ReflectionPlanRow,
  async apply(input, work) {
    const plan = await findOwn(work, ReflectionPlanRow, input.planId, "planId");
    return endPlan(plan, ReflectionPlanState.ABANDONED, work);
  },
});
