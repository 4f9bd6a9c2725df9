/** Cancel a referral: the sender takes it back, with the reason. */
import { defineAction } from "../../../platform/action.ts";
import { ReferralState } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { moveReferral, REFERRAL_ROLES, type ReferralEndInput } from "./referral-move.ts";

export const referralCancel = defineAction<ReferralEndInput, ReferralRow>({
  name: "referralCancel",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  apply: (input, work) => moveReferral(input, ReferralState.CANCELLED, work, input.outcome),
});
