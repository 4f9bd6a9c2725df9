/** Validate a reflection plan: a counsellor confirms that the person knows what they want. */
import { defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { canBeValidated, ReflectionPlanState } from "../domain/reflection.ts";
import { ReflectionPlanRow } from "../store/reflection-plan.row.ts";
import { ReflectionStepRow } from "../store/reflection-step.row.ts";
import { findPlanInProgress } from "./find-plan-in-progress.ts";
import { endPlan, type ReflectionPlanEndInput } from "./reflection-plan-end.ts";

export const reflectionPlanValidate = defineAction<ReflectionPlanEndInput, ReflectionPlanRow>({
  name: "reflectionPlanValidate",
  roles: ["COUNSELLOR"],
  row: ReflectionPlanRow,
  async apply(input, work) {
    const plan = await findPlanInProgress(work, input.planId, "planId");
    const steps = await work.manager.findBy(ReflectionStepRow, { planId: plan.id });
    if (!canBeValidated(steps.map(({ state }) => state)))
      throw new Refusal(
        "WRONG_STATE",
        "Steps are still to be done, or none was; end each before you validate the plan.",
        "planId",
      );
    return endPlan(plan, ReflectionPlanState.VALIDATED, work);
  },
});
