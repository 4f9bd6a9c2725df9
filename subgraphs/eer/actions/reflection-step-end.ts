/** End a step of a reflection plan: it was done, or it is not needed. */
import { IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { REFLECTION_STEP_MOVES, type ReflectionStepState } from "../domain/reflection.ts";
import { ReflectionStepRow } from "../store/reflection-step.row.ts";
import { findPlanInProgress } from "./find-plan-in-progress.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "A step that ends." })
export class ReflectionStepEndInput extends ChangeInput {
  @Field(() => ID, { description: "The step, of a plan in progress." })
  stepId: string;

  @Field(() => String, { nullable: true, description: "What came of it; at most 1,000 characters." })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(1000)
  note?: string | null;
}

/** The step moved to `to` today by the caller. */
export async function endStep(
  input: ReflectionStepEndInput,
  to: ReflectionStepState,
  work: Work,
): Promise<ReflectionStepRow> {
  const step = await findOwn(work, ReflectionStepRow, input.stepId, "stepId");
  await findPlanInProgress(work, step.planId, "stepId");
  const state = move(REFLECTION_STEP_MOVES, step.state, to, "stepId");
  return work.save(ReflectionStepRow, {
    ...step,
    state,
    closedOn: work.today,
    closedBy: work.viewer.subject,
    note: input.note ?? null,
  });
}
