/** Add a step at the end of a reflection plan. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { MOST_STEPS, ReflectionStepKind } from "../domain/reflection.ts";
import { ReflectionStepRow } from "../store/reflection-step.row.ts";
import { findPlanInProgress } from "./find-plan-in-progress.ts";
import { newStep } from "./reflection-step-input.ts";

@InputType({ description: "A step to add." })
export class ReflectionStepAddInput extends ChangeInput {
  @Field(() => ID, { description: "The plan, in progress." })
  planId: string;

  @Field(() => ReflectionStepKind, { description: "What it is about." })
  kind: ReflectionStepKind;

  @Field(() => String, { description: "What is to be done; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @Field(() => DateScalar, { nullable: true, description: "By when; null when there is no hurry." })
  dueOn?: string | null;
}

export const reflectionStepAdd = defineAction<ReflectionStepAddInput, ReflectionStepRow>({
  name: "reflectionStepAdd",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: ReflectionStepRow,
  async apply(input, work) {
    const plan = await findPlanInProgress(work, input.planId, "planId");
    const last = (await work.manager.maximum(ReflectionStepRow, "position", { planId: plan.id })) ?? 0;
    if (last >= MOST_STEPS)
      throw new Refusal("TOO_LONG", `A plan has at most ${MOST_STEPS} steps.`, "planId");
    return work.save(ReflectionStepRow, newStep(plan, last + 1, input));
  },
});
