/** Start a referral: the receiver works with the person. */
import { defineAction } from "../../../platform/action.ts";
import { ReferralMove, ReferralSide } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { findMovable, moveReferral, REFERRAL_ROLES, type ReferralMoveInput } from "./referral-move.ts";

export const referralStart = defineAction<ReferralMoveInput, ReferralRow>({
  name: "referralStart",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  apply: async (input, work) =>
    moveReferral(await findMovable(input, ReferralSide.RECEIVER, work), ReferralMove.START, work),
});
