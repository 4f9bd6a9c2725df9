/** Reopen a position: the person did not start, or left; or the business looks for somebody again. */
import { IsNull } from "typeorm";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { OfferState } from "../domain/offer.ts";
import { POSITION_MOVES, PositionState } from "../domain/position.ts";
import { OfferRow } from "../store/offer.row.ts";
import { PositionRow } from "../store/position.row.ts";

@InputType({ description: "A position to open again." })
export class PositionReopenInput extends ChangeInput {
  @Field(() => ID, {
    description: "The position, which is filled or withdrawn, and which nobody holds any more.",
  })
  positionId: string;
}

export const positionReopen = defineAction<PositionReopenInput, PositionRow>({
  name: "positionReopen",
  roles: ["OFFICER"],
  row: PositionRow,
  async apply(input, { find, save, manager }) {
    const position = await find(PositionRow, input.positionId, "positionId");
    const state = move(POSITION_MOVES, position.state, PositionState.OPEN, "positionId");
    const job = { positionId: position.id, state: OfferState.ACCEPTED, endedOn: IsNull() };
    if (await manager.existsBy(OfferRow, job)) {
      throw new Refusal("WRONG_STATE", "Somebody holds this job; record its end first.", "positionId");
    }
    return save(PositionRow, { ...position, state, closedOn: null });
  },
});
