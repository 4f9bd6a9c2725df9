/** Withdraw a position: the business no longer looks for somebody. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { POSITION_MOVES, PositionState } from "../domain/position.ts";
import { PositionRow } from "../store/position.row.ts";

@InputType({ description: "A position to withdraw." })
export class PositionWithdrawInput extends ChangeInput {
  @Field(() => ID, { description: "The position to withdraw." })
  positionId: string;
}

export const positionWithdraw = defineAction<PositionWithdrawInput, PositionRow>({
  name: "positionWithdraw",
  roles: ["OFFICER", "SYSTEM"],
  row: PositionRow,
  async apply(input, { find, save, today }) {
    const position = await find(PositionRow, input.positionId, "positionId");
    const state = move(POSITION_MOVES, position.state, PositionState.WITHDRAWN, "positionId");
    return save(PositionRow, { ...position, state, closedOn: today });
  },
});
