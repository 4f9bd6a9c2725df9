/** Referrals between organisations: a closed loop, with who may make each move. */
import { Section } from "./section.ts";

export enum ReferralState {
  REQUESTED = "REQUESTED",
  ACCEPTED = "ACCEPTED",
  IN_PROGRESS = "IN_PROGRESS",
  COMPLETED = "COMPLETED",
  DECLINED = "DECLINED",
  CANCELLED = "CANCELLED",
  EXPIRED = "EXPIRED",
}

export enum ReferralReason {
  READY_FOR_MATCHING = "READY_FOR_MATCHING",
  OFFER_SUPPORT = "OFFER_SUPPORT",
  REGION_CHOSEN = "REGION_CHOSEN",
  PRE_DEPARTURE = "PRE_DEPARTURE",
  REGION_INTEREST = "REGION_INTEREST",
  STAYING_IN_MONTREAL = "STAYING_IN_MONTREAL",
  OTHER = "OTHER",
}

/** What may follow each state. */
export const REFERRAL_MOVES: Record<ReferralState, readonly ReferralState[]> = {
  REQUESTED: [ReferralState.ACCEPTED, ReferralState.DECLINED, ReferralState.CANCELLED, ReferralState.EXPIRED],
  ACCEPTED: [ReferralState.IN_PROGRESS, ReferralState.COMPLETED],
  IN_PROGRESS: [ReferralState.COMPLETED],
  COMPLETED: [],
  DECLINED: [],
  CANCELLED: [],
  EXPIRED: [],
};

/** The side of a referral that moves it there; time alone lets one expire. */
export const MOVED_BY: Record<ReferralState, "SENDER" | "RECEIVER" | "TIME"> = {
  REQUESTED: "SENDER",
  ACCEPTED: "RECEIVER",
  IN_PROGRESS: "RECEIVER",
  COMPLETED: "RECEIVER",
  DECLINED: "RECEIVER",
  CANCELLED: "SENDER",
  EXPIRED: "TIME",
};

/** The states in which a referral lets the receiver see the sections it names. */
export const OPEN_STATES: readonly ReferralState[] = [
  ReferralState.REQUESTED,
  ReferralState.ACCEPTED,
  ReferralState.IN_PROGRESS,
];

/** The sections without which a receiver cannot tell whom the referral is about. */
export const ALWAYS_SHARED: readonly Section[] = [Section.IDENTITY, Section.PATHWAY];

/** Days to answer a referral before it is late. [design] */
export const DAYS_TO_ANSWER = 10;
