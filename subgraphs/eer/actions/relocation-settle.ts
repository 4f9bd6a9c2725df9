/** A household is settled in: both sides of the checklist are complete. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { isComplete } from "../domain/checklist.ts";
import { RELOCATION_MOVES, RelocationPlanState } from "../domain/relocation.ts";
import { MILESTONE_OF } from "../domain/milestone.ts";
import { RelocationPlanRow } from "../store/relocation-plan.row.ts";
import { RelocationTaskRow } from "../store/relocation-task.row.ts";
import { dayOfEvent } from "./days.ts";
import { findOwn } from "./own.ts";
import { tellHousehold } from "./tell-household.ts";

@InputType({ description: "A household that is settled in." })
export class RelocationSettleInput extends ChangeInput {
  @Field(() => ID, { description: "The plan of the move, with nothing left to do on either side." })
  planId: string;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  settledOn?: string | null;
}

export const relocationSettle = defineAction<RelocationSettleInput, RelocationPlanRow>({
  name: "relocationSettle",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: RelocationPlanRow,
  async apply(input, work) {
    const plan = await findOwn(work, RelocationPlanRow, input.planId, "planId");
    const state = move(RELOCATION_MOVES, plan.state, RelocationPlanState.SETTLED, "planId");
    if (!isComplete(await work.manager.findBy(RelocationTaskRow, { planId: plan.id })))
      throw new Refusal("WRONG_STATE", "Items of the checklist are still to be done.", "planId");
    const settledOn = dayOfEvent(input.settledOn, work.today, "settledOn", plan.arrivedOn ?? plan.openedOn);
    await tellHousehold(work, plan.householdId, {
      kind: MILESTONE_OF.relocationSettle,
      sourceId: `relocation-plan:${plan.id}:settled`,
      on: settledOn,
    });
    return work.save(RelocationPlanRow, { ...plan, state, settledOn });
  },
});
