/** Fill a position: somebody took the job. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { POSITION_MOVES, PositionState } from "../domain/position.ts";
import { PositionRow } from "../store/position.row.ts";

@InputType({ description: "A position to fill." })
export class PositionFillInput extends ChangeInput {
  @Field(() => ID, { description: "The position that is filled." })
  positionId: string;
}

export const positionFill = defineAction<PositionFillInput, PositionRow>({
  name: "positionFill",
  roles: ["OFFICER", "SYSTEM"],
  row: PositionRow,
  async apply(input, { find, save, today }) {
    const position = await find(PositionRow, input.positionId, "positionId");
    const state = move(POSITION_MOVES, position.state, PositionState.FILLED, "positionId");
    return save(PositionRow, { ...position, state, closedOn: today });
  },
});
