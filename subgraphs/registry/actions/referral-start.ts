/** Start a referral: the receiver works with the person. */
import { defineAction } from "../../../platform/action.ts";
import { ReferralState } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { moveReferral, REFERRAL_ROLES, type ReferralMoveInput } from "./referral-move.ts";

export const referralStart = defineAction<ReferralMoveInput, ReferralRow>({
  name: "referralStart",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  apply: (input, work) => moveReferral(input, ReferralState.IN_PROGRESS, work),
});
