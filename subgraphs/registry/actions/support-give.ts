/** Give support: who gave it and when, whether it was promised or not. */
import { Field, InputType } from "type-graphql";
import { dayInQuebec, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { SUPPORT_MOVES, SupportState } from "../domain/support.ts";
import { findNeed } from "../store/pathway-work.ts";
import { SupportNeedRow } from "../store/support-need.row.ts";
import { PROFESSIONALS } from "./assessment-record.ts";
import { refuseOthersPromise, SupportMoveInput } from "./support-move.ts";

@InputType({ description: "Support that your organisation gave." })
export class SupportGiveInput extends SupportMoveInput {
  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  givenOn?: string | null;
}

export const supportGive = defineAction<SupportGiveInput, SupportNeedRow>({
  name: "supportGive",
  roles: PROFESSIONALS,
  row: SupportNeedRow,
  async apply(input, work) {
    const { save, viewer, today } = work;
    const need = await findNeed(work, input.supportNeedId);
    const state = move(SUPPORT_MOVES, need.state, SupportState.GIVEN, "supportNeedId");
    refuseOthersPromise(need, viewer.organisation);
    const givenOn = input.givenOn ?? today;
    if (givenOn > today || givenOn < dayInQuebec(need.recordedAt))
      throw new Refusal(
        "OUT_OF_RANGE",
        "Support is given on or after the day on which the need was recorded, and not in the future.",
        "givenOn",
      );
    return save(SupportNeedRow, {
      ...need,
      state,
      givenBy: viewer.organisation,
      givenOn,
      closedBy: viewer.subject,
    });
  },
});
