/** Drop a need: it is not to be met, with the reason. */
import { IsEnum } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DropReason, SUPPORT_MOVES, SupportState } from "../domain/support.ts";
import { findNeed } from "../store/pathway-work.ts";
import { SupportNeedRow } from "../store/support-need.row.ts";
import { PROFESSIONALS } from "./assessment-record.ts";
import { refuseOthersPromise, SupportMoveInput } from "./support-move.ts";

@InputType({ description: "A need that is not to be met." })
export class SupportNeedDropInput extends SupportMoveInput {
  @Field(() => DropReason, { description: "Why." })
  @IsEnum(DropReason)
  reason: DropReason;
}

export const supportNeedDrop = defineAction<SupportNeedDropInput, SupportNeedRow>({
  name: "supportNeedDrop",
  roles: PROFESSIONALS,
  row: SupportNeedRow,
  async apply(input, work) {
    const { save, viewer } = work;
    const need = await findNeed(work, input.supportNeedId);
    const state = move(SUPPORT_MOVES, need.state, SupportState.DROPPED, "supportNeedId");
    refuseOthersPromise(need, viewer.organisation);
    return save(SupportNeedRow, {
      ...need,
      state,
      closedBy: viewer.subject,
      dropReason: input.reason,
    });
  },
});
