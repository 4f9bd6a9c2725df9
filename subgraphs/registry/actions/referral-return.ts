/** Take back an acceptance: the person, and the responsibility for them, go back to the sender. */
import { dayInQuebec, defineAction, type Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { dayAfter } from "../domain/referral-kind.ts";
import { ReferralMove, ReferralSide, RETURN_WITHIN_DAYS } from "../domain/referral.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { findAcceptance, withdrawAcceptance } from "./referral-acceptance.ts";
import { ReferralDeclineInput, requireWords } from "./referral-decline.ts";
import { findMovable, moveReferral, REFERRAL_ROLES } from "./referral-move.ts";

export const referralReturn = defineAction<ReferralDeclineInput, ReferralRow>({
  name: "referralReturn",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  async apply(input, work) {
    requireWords(input);
    const movable = await findMovable(input, ReferralSide.RECEIVER, work);
    const acceptance = await requireReturnable(movable, work);
    const { reason, words = null } = input;
    const referral = await moveReferral(
      movable,
      ReferralMove.RETURN,
      work,
      { reason, words },
      { endCode: reason, outcome: words },
    );
    if (acceptance) await withdrawAcceptance(acceptance, work);
    const { receivedBy: mainContactId, candidateId } = referral;
    if (mainContactId)
      await work.manager.update(CandidateRow, { id: candidateId, mainContactId }, { mainContactId: null });
    return referral;
  },
});

/** The milestone of the acceptance. @throws {Refusal} `WRONG_STATE` when it is too late to take it back */
async function requireReturnable(
  { referral, candidate }: { referral: ReferralRow; candidate: CandidateRow },
  work: Work,
) {
  const since = dayInQuebec(referral.stateSince);
  if (referral.state === "ACCEPTED" && dayAfter(since, RETURN_WITHIN_DAYS) < work.today)
    throw new Refusal(
      "WRONG_STATE",
      `An acceptance is taken back within ${RETURN_WITHIN_DAYS} days: complete the referral with its outcome.`,
      "referralId",
    );
  const acceptance = await findAcceptance(referral, work);
  if (acceptance && candidate.stageSince && candidate.stageSince > acceptance.occurredAt)
    throw new Refusal(
      "WRONG_STATE",
      "The person has moved on since: complete the referral with its outcome.",
      "referralId",
    );
  return acceptance;
}
