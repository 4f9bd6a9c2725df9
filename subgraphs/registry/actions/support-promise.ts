/** Promise support: the viewer's organisation says that it will give it, and by when. */
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { SUPPORT_MOVES, SupportState } from "../domain/support.ts";
import { findNeed } from "../store/pathway-work.ts";
import { SupportNeedRow } from "../store/support-need.row.ts";
import { PROFESSIONALS } from "./assessment-record.ts";
import { SupportMoveInput } from "./support-move.ts";

@InputType({ description: "Support that your organisation promises." })
export class SupportPromiseInput extends SupportMoveInput {
  @Field(() => DateScalar, { description: "By when: today or later." })
  dueOn: string;
}

export const supportPromise = defineAction<SupportPromiseInput, SupportNeedRow>({
  name: "supportPromise",
  roles: PROFESSIONALS,
  row: SupportNeedRow,
  async apply(input, work) {
    const { save, viewer, today } = work;
    const need = await findNeed(work, input.supportNeedId);
    const state = move(SUPPORT_MOVES, need.state, SupportState.PROMISED, "supportNeedId");
    if (input.dueOn < today)
      throw new Refusal("OUT_OF_RANGE", "A promise is for today or a later day.", "dueOn");
    return save(SupportNeedRow, { ...need, state, promisedBy: viewer.organisation, dueOn: input.dueOn });
  },
});
