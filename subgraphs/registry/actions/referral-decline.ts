/** Decline a referral, with the reason. */
import { defineAction } from "../../../platform/action.ts";
import { ReferralState } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { moveReferral, REFERRAL_ROLES, type ReferralEndInput } from "./referral-move.ts";

export const referralDecline = defineAction<ReferralEndInput, ReferralRow>({
  name: "referralDecline",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  apply: (input, work) => moveReferral(input, ReferralState.DECLINED, work, input.outcome),
});
