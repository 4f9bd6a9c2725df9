/** Referrals that propose themselves: which milestone proposes which, and to whom, in one table. */
import type { ConsentState } from "./consent.ts";
import { MilestoneKind } from "./milestone.ts";
import { StageCode } from "./pathway.ts";
import { ReferralReason } from "./referral.ts";

export interface Proposal {
  on: MilestoneKind;
  reason: ReferralReason;
  /** The stages at which it makes sense: a milestone that is told late proposes nothing any more. */
  at: readonly StageCode[];
}

const S = StageCode;

/** From whoever reported the milestone, to an organisation with the mandate that the kind of referral asks for. */
export const PROPOSALS: readonly Proposal[] = [
  { on: MilestoneKind.REFERRED_FROM_ABROAD, reason: ReferralReason.PRE_DEPARTURE, at: [S.PRE_DEPARTURE] },
  { on: MilestoneKind.REGION_INTEREST_DECLARED, reason: ReferralReason.REGION_INTEREST, at: [S.INTAKE] },
  {
    on: MilestoneKind.STAYS_IN_MONTREAL,
    reason: ReferralReason.STAYING_IN_MONTREAL,
    at: [S.INTAKE, S.EMPLOYABILITY, S.MATCHING],
  },
  { on: MilestoneKind.READY_DECLARED, reason: ReferralReason.READY_FOR_MATCHING, at: [S.EMPLOYABILITY] },
  { on: MilestoneKind.OFFER_PROPOSED, reason: ReferralReason.OFFER_SUPPORT, at: [S.OFFER] },
  {
    on: MilestoneKind.REGION_CHOSEN,
    reason: ReferralReason.REGION_CHOSEN,
    at: [S.EMPLOYABILITY, S.OFFER, S.LIAISON],
  },
];

/** Why a proposal could not be made; the sender is told. */
export enum MissedBecause {
  /** The person refused, or took back, what the receiver would have to see. */
  PERSON_REFUSED = "PERSON_REFUSED",
  /** No partner of the region declared a place this month. */
  NO_CAPACITY = "NO_CAPACITY",
  /** The milestone does not say which region was chosen. */
  REGION_UNKNOWN = "REGION_UNKNOWN",
  /** Nobody has the mandate, or nobody has it there. */
  NO_RECEIVER = "NO_RECEIVER",
}

/** Somebody who could receive a referral. */
export interface Receiver {
  organisation: string;
  /** The person is theirs already: they registered them. */
  known: boolean;
  /** Open referrals that they have. */
  open: number;
  /** Places left; 1 where nobody counts places. */
  places: number;
  /** When they last received one, in milliseconds; null for never. */
  lastAt: number | null;
  /** What the person said to them of each section that they would see. */
  said: readonly ConsentState[];
}

export type Choice = { to: string } | { because: MissedBecause };

/** Who receives it, or why nobody does. Whoever registered the person goes before the others. */
export function chooseReceiver(receivers: readonly Receiver[]): Choice {
  if (receivers.length === 0) return { because: MissedBecause.NO_RECEIVER };
  const agreed = receivers.filter(({ said }) => !said.some(isNo));
  if (agreed.length === 0) return { because: MissedBecause.PERSON_REFUSED };
  const free = agreed.filter(({ places }) => places > 0);
  const [first, ...others] = free.some(({ known }) => known) ? free.filter(({ known }) => known) : free;
  if (!first) return { because: MissedBecause.NO_CAPACITY };
  return {
    to: others.reduce((best, other) => (comesBefore(other, best) ? other : best), first).organisation,
  };
}

/** Fair shares: the least open referrals for each place, then the longest since the last, then the code. */
function comesBefore(one: Receiver, other: Receiver): boolean {
  const load = one.open * other.places - other.open * one.places;
  if (load !== 0) return load < 0;
  const wait = (one.lastAt ?? 0) - (other.lastAt ?? 0);
  if (wait !== 0) return wait < 0;
  return one.organisation < other.organisation;
}

function isNo(state: ConsentState): boolean {
  return state === "REFUSED" || state === "WITHDRAWN";
}
