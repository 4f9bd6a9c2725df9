/** Accept a referral: the receiver takes the person on. */
import { defineAction } from "../../../platform/action.ts";
import { ReferralState } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { moveReferral, REFERRAL_ROLES, type ReferralMoveInput } from "./referral-move.ts";

export const referralAccept = defineAction<ReferralMoveInput, ReferralRow>({
  name: "referralAccept",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  apply: (input, work) => moveReferral(input, ReferralState.ACCEPTED, work),
});
