/** Why referrals end, in closed lists, and what the sender may do then. */
import { ReferralState } from "./referral.ts";

export enum ReferralDeclineReason {
  NO_CAPACITY = "NO_CAPACITY",
  NOT_ELIGIBLE = "NOT_ELIGIBLE",
  PERSON_DECLINED = "PERSON_DECLINED",
  WRONG_ORGANISATION = "WRONG_ORGANISATION",
  ALREADY_SERVED = "ALREADY_SERVED",
  FILE_INCOMPLETE = "FILE_INCOMPLETE",
  OTHER = "OTHER",
}

export enum ReferralCancelReason {
  PERSON_CHANGED_MIND = "PERSON_CHANGED_MIND",
  SENT_BY_MISTAKE = "SENT_BY_MISTAKE",
  SERVED_ELSEWHERE = "SERVED_ELSEWHERE",
  FILE_CLOSED = "FILE_CLOSED",
  OTHER = "OTHER",
}

export enum ReferralOutcome {
  GOAL_REACHED = "GOAL_REACHED",
  HANDED_ON = "HANDED_ON",
  PERSON_WITHDREW = "PERSON_WITHDREW",
  CONTACT_LOST = "CONTACT_LOST",
  NOT_ELIGIBLE = "NOT_ELIGIBLE",
  OTHER = "OTHER",
}

/** What a sender may do with a referral that came back. */
export enum ReferralNextStep {
  RESEND = "RESEND",
  RESEND_ELSEWHERE = "RESEND_ELSEWHERE",
  ASK_THE_PERSON = "ASK_THE_PERSON",
  ASK_THE_RECEIVER = "ASK_THE_RECEIVER",
  COMPLETE_THE_FILE = "COMPLETE_THE_FILE",
  CLOSE = "CLOSE",
}

const N = ReferralNextStep;

const AFTER_DECLINE: Record<ReferralDeclineReason, readonly ReferralNextStep[]> = {
  NO_CAPACITY: [N.RESEND_ELSEWHERE, N.RESEND],
  NOT_ELIGIBLE: [N.RESEND_ELSEWHERE, N.CLOSE],
  PERSON_DECLINED: [N.ASK_THE_PERSON, N.CLOSE],
  WRONG_ORGANISATION: [N.RESEND_ELSEWHERE],
  ALREADY_SERVED: [N.CLOSE],
  FILE_INCOMPLETE: [N.COMPLETE_THE_FILE, N.RESEND],
  OTHER: [N.ASK_THE_RECEIVER, N.RESEND_ELSEWHERE, N.CLOSE],
};

const AFTER_OUTCOME: Record<ReferralOutcome, readonly ReferralNextStep[]> = {
  GOAL_REACHED: [],
  HANDED_ON: [],
  PERSON_WITHDREW: [N.ASK_THE_PERSON, N.CLOSE],
  CONTACT_LOST: [N.ASK_THE_PERSON, N.CLOSE],
  NOT_ELIGIBLE: [N.RESEND_ELSEWHERE, N.CLOSE],
  OTHER: [],
};

/** What the sender may do next: nothing while it is open, or when it came to a good end. */
export function nextForSender(state: ReferralState, endCode: string | null): readonly ReferralNextStep[] {
  if (state === ReferralState.EXPIRED) return [N.RESEND, N.RESEND_ELSEWHERE, N.ASK_THE_RECEIVER, N.CLOSE];
  if (state === ReferralState.DECLINED)
    return AFTER_DECLINE[(endCode ?? "OTHER") as ReferralDeclineReason] ?? AFTER_DECLINE.OTHER;
  if (state === ReferralState.COMPLETED)
    return AFTER_OUTCOME[(endCode ?? "OTHER") as ReferralOutcome] ?? AFTER_OUTCOME.OTHER;
  return [];
}

/** The states that leave something to the sender until they say what they did. */
export const UNSETTLED_STATES: readonly ReferralState[] = [ReferralState.DECLINED, ReferralState.EXPIRED];
