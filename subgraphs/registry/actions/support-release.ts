/** Take a promise back: the support is needed again, and another organisation can promise it. */
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { SUPPORT_MOVES, SupportState } from "../domain/support.ts";
import { findNeed } from "../store/pathway-work.ts";
import { SupportNeedRow } from "../store/support-need.row.ts";
import { PROFESSIONALS } from "./assessment-record.ts";
import { refuseOthersPromise, type SupportMoveInput } from "./support-move.ts";

export const supportRelease = defineAction<SupportMoveInput, SupportNeedRow>({
  name: "supportRelease",
  roles: PROFESSIONALS,
  row: SupportNeedRow,
  async apply(input, work) {
    const { save, viewer } = work;
    const need = await findNeed(work, input.supportNeedId);
    const state = move(SUPPORT_MOVES, need.state, SupportState.NEEDED, "supportNeedId");
    refuseOthersPromise(need, viewer.organisation);
    return save(SupportNeedRow, { ...need, state, promisedBy: null, dueOn: "infinity" });
  },
});
