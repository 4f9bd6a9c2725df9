/** What goes with each kind of referral: who receives it, what it shares, for how long, and by when what is due. */
import { MilestoneKind } from "./milestone.ts";
import { Mandate } from "./organisation.ts";
import { ReferralReason, ReferralState } from "./referral.ts";
import { Section } from "./section.ts";

export interface ReferralKind {
  /** The mandate of who receives it; null for anybody. */
  receiver: Mandate | null;
  /** The milestone that its acceptance is: that moment passes the responsibility on, and none before. */
  accepted: MilestoneKind | null;
  /** What it needs to share beside who the person is and where they stand. */
  sections: readonly Section[];
  /** Days until it is late when nobody answered. */
  answerInDays: number;
  /** Days after which, unanswered, it expires. */
  lapsesInDays: number;
  /** Days from the acceptance until it is late when nobody began. */
  startInDays: number;
  /** Days from the beginning until it is late when nobody completed it. */
  completeInDays: number;
  /** Days, from the request on, for which it opens what it names, unless the sender says otherwise. */
  sharedForDays: number;
}

const WEEKS = 7;

/** The days are [design]. */
export const REFERRAL_KINDS: Record<ReferralReason, ReferralKind> = {
  READY_FOR_MATCHING: {
    receiver: Mandate.MATCHING,
    accepted: MilestoneKind.MATCHING_ACCEPTED,
    sections: [Section.EMPLOYABILITY, Section.MATCHING],
    answerInDays: 10,
    lapsesInDays: 40,
    startInDays: 10,
    completeInDays: 52 * WEEKS,
    sharedForDays: 52 * WEEKS,
  },
  OFFER_SUPPORT: {
    receiver: Mandate.EMPLOYABILITY,
    accepted: MilestoneKind.EMPLOYABILITY_ACCEPTED,
    sections: [Section.MATCHING, Section.RELOCATION],
    // An offer does not wait.
    answerInDays: 3,
    lapsesInDays: 14,
    startInDays: 3,
    completeInDays: 4 * WEEKS,
    sharedForDays: 26 * WEEKS,
  },
  REGION_CHOSEN: {
    receiver: Mandate.WELCOME,
    accepted: MilestoneKind.LIAISON_ACCEPTED,
    sections: [Section.RELOCATION, Section.WELCOME],
    answerInDays: 7,
    lapsesInDays: 28,
    startInDays: 60,
    completeInDays: 26 * WEEKS,
    sharedForDays: 78 * WEEKS,
  },
  PRE_DEPARTURE: {
    receiver: Mandate.EMPLOYABILITY,
    accepted: MilestoneKind.EMPLOYABILITY_ACCEPTED,
    sections: [Section.EMPLOYABILITY],
    answerInDays: 10,
    lapsesInDays: 40,
    startInDays: 14,
    completeInDays: 52 * WEEKS,
    sharedForDays: 52 * WEEKS,
  },
  REGION_INTEREST: {
    receiver: Mandate.EMPLOYABILITY,
    accepted: MilestoneKind.EMPLOYABILITY_ACCEPTED,
    sections: [Section.EMPLOYABILITY],
    answerInDays: 10,
    lapsesInDays: 40,
    startInDays: 14,
    completeInDays: 26 * WEEKS,
    sharedForDays: 26 * WEEKS,
  },
  STAYING_IN_MONTREAL: {
    receiver: Mandate.PASSERELLE,
    // The Montréal track is parallel: it takes nobody's place.
    accepted: null,
    sections: [Section.EMPLOYABILITY, Section.PASSERELLE],
    answerInDays: 10,
    lapsesInDays: 40,
    startInDays: 14,
    completeInDays: 26 * WEEKS,
    sharedForDays: 26 * WEEKS,
  },
  OTHER: {
    receiver: null,
    accepted: null,
    sections: [],
    answerInDays: 10,
    lapsesInDays: 40,
    startInDays: 14,
    completeInDays: 26 * WEEKS,
    sharedForDays: 26 * WEEKS,
  },
};

/** The longest for which a sender may share, from the day on which they say so. [design] */
export const LONGEST_SHARED_DAYS = 104 * WEEKS;

/** The day on which the next move is due, once a referral came to `state` on a day; the last due day stays with an end. */
export function dueAfter(reason: ReferralReason, state: ReferralState, on: string): string | null {
  const kind = REFERRAL_KINDS[reason];
  const days: Partial<Record<ReferralState, number>> = {
    [ReferralState.REQUESTED]: kind.answerInDays,
    [ReferralState.ACCEPTED]: kind.startInDays,
    [ReferralState.IN_PROGRESS]: kind.completeInDays,
  };
  const inDays = days[state];
  return inDays === undefined ? null : dayAfter(on, inDays);
}

/** The day so many days after another, both as `2026-11-21`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
