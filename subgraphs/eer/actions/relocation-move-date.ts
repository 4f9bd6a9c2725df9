/** Give a move its day, or another one. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { RELOCATION_MOVES, RelocationPlanState } from "../domain/relocation.ts";
import { MILESTONE_OF } from "../domain/milestone.ts";
import { RelocationPlanRow } from "../store/relocation-plan.row.ts";
import { notBefore } from "./days.ts";
import { findOwn } from "./own.ts";
import { tellHousehold } from "./tell-household.ts";

@InputType({ description: "The day of a move." })
export class RelocationMoveDateInput extends ChangeInput {
  @Field(() => ID, { description: "The plan of the move." })
  planId: string;

  @Field(() => DateScalar, { description: "The day; not before the plan was made." })
  moveOn: string;
}

export const relocationMoveDate = defineAction<RelocationMoveDateInput, RelocationPlanRow>({
  name: "relocationMoveDate",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: RelocationPlanRow,
  async apply(input, work) {
    const plan = await findOwn(work, RelocationPlanRow, input.planId, "planId");
    const state = move(RELOCATION_MOVES, plan.state, RelocationPlanState.MOVE_DATED, "planId");
    const moveOn = notBefore(input.moveOn, plan.openedOn, "moveOn");
    await tellHousehold(work, plan.householdId, {
      kind: MILESTONE_OF.relocationMoveDate,
      sourceId: `relocation-plan:${plan.id}:dated:${moveOn}`,
    });
    return work.save(RelocationPlanRow, { ...plan, state, moveOn });
  },
});
