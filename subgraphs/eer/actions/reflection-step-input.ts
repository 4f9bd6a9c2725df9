/** A step of a reflection plan, as an input gives it. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { ReflectionStepKind, ReflectionStepState } from "../domain/reflection.ts";
import type { ReflectionPlanRow } from "../store/reflection-plan.row.ts";
import type { ReflectionStepRow } from "../store/reflection-step.row.ts";

@InputType({ description: "A step to plan." })
export class ReflectionStepInput {
  @Field(() => ReflectionStepKind, { description: "What it is about." })
  kind: ReflectionStepKind;

  @Field(() => String, { description: "What is to be done; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @Field(() => DateScalar, { nullable: true, description: "By when; null when there is no hurry." })
  dueOn?: string | null;
}

/** The row of a new step at a place of a plan. */
export function newStep(
  plan: ReflectionPlanRow,
  position: number,
  { kind, title, dueOn }: ReflectionStepInput,
): ReflectionStepRow {
  return {
    id: uuid(),
    tenant: plan.tenant,
    planId: plan.id,
    position,
    kind,
    title,
    dueOn: dueOn ?? null,
    state: ReflectionStepState.TO_DO,
    closedOn: null,
    closedBy: null,
    note: null,
  };
}
