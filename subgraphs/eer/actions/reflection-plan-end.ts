/** End a reflection plan: the person knows what they want, or gives the reflection up. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { REFLECTION_PLAN_MOVES, type ReflectionPlanState } from "../domain/reflection.ts";
import { ReflectionPlanRow } from "../store/reflection-plan.row.ts";

@InputType({ description: "A reflection plan that ends." })
export class ReflectionPlanEndInput extends ChangeInput {
  @Field(() => ID, { description: "The plan, in progress." })
  planId: string;
}

/** The plan moved to `to` today by the caller. */
export async function endPlan(
  plan: ReflectionPlanRow,
  to: ReflectionPlanState,
  { save, today, viewer }: Work,
): Promise<ReflectionPlanRow> {
  const state = move(REFLECTION_PLAN_MOVES, plan.state, to, "planId");
  return save(ReflectionPlanRow, { ...plan, state, closedOn: today, closedBy: viewer.subject });
}
