/** Complete a referral, with what came of it. */
import { defineAction } from "../../../platform/action.ts";
import { ReferralState } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { moveReferral, REFERRAL_ROLES, type ReferralEndInput } from "./referral-move.ts";

export const referralComplete = defineAction<ReferralEndInput, ReferralRow>({
  name: "referralComplete",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  apply: (input, work) => moveReferral(input, ReferralState.COMPLETED, work, input.outcome),
});
