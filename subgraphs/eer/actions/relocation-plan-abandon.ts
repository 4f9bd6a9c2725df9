/** Give the plan of a move up before the move. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { RELOCATION_MOVES, RelocationPlanState } from "../domain/relocation.ts";
import { RelocationPlanRow } from "../store/relocation-plan.row.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "A plan to give up." })
export class RelocationPlanAbandonInput extends ChangeInput {
  @Field(() => ID, { description: "The plan of the move." })
  planId: string;

  @Field(() => String, { description: "Why, in words; at most 1,000 characters." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

export const relocationPlanAbandon = defineAction<RelocationPlanAbandonInput, RelocationPlanRow>({
  name: "relocationPlanAbandon",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: RelocationPlanRow,
  async apply(input, work) {
    const plan = await findOwn(work, RelocationPlanRow, input.planId, "planId");
    const state = move(RELOCATION_MOVES, plan.state, RelocationPlanState.ABANDONED, "planId");
    return work.save(RelocationPlanRow, { ...plan, state, endedOn: work.today, endNote: input.reason });
  },
});
