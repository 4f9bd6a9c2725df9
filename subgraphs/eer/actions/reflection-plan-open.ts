/** Begin a reflection plan with its first steps. */
import { ArrayMaxSize, ValidateNested } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ReflectionPlanState } from "../domain/reflection.ts";
import { EmployabilityFileRow } from "../store/employability-file.row.ts";
import { ReflectionPlanRow } from "../store/reflection-plan.row.ts";
import { ReflectionStepRow } from "../store/reflection-step.row.ts";
import { findOwn } from "./own.ts";
import { newStep, ReflectionStepInput } from "./reflection-step-input.ts";

@InputType({ description: "A reflection plan to begin." })
export class ReflectionPlanOpenInput extends ChangeInput {
  @Field(() => ID, { description: "The person's file." })
  fileId: string;

  @Field(() => [ReflectionStepInput], { description: "Its first steps, in order; at most 30." })
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  steps: ReflectionStepInput[];
}

export const reflectionPlanOpen = defineAction<ReflectionPlanOpenInput, ReflectionPlanRow>({
  name: "reflectionPlanOpen",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: ReflectionPlanRow,
  async apply(input, work) {
    const { manager, save, today } = work;
    const { tenant, registrationId } = await findOwn(work, EmployabilityFileRow, input.fileId, "fileId");
    const state = ReflectionPlanState.IN_PROGRESS;
    if (await manager.existsBy(ReflectionPlanRow, { registrationId, state }))
      throw new Refusal("CONFLICT", "The person has a reflection plan in progress.", "fileId");
    const plan = await save(ReflectionPlanRow, {
      id: uuid(),
      tenant,
      registrationId,
      state,
      openedOn: today,
      closedOn: null,
      closedBy: null,
    });
    const steps = input.steps.map((step, index) => newStep(plan, index + 1, step));
    if (steps.length > 0) await manager.insert(ReflectionStepRow, steps);
    return plan;
  },
});
