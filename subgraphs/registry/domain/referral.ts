/** Referrals between organisations: a closed loop. Who may make each move, and what each leads to, in one table. */
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

export enum ReferralMove {
  SEND = "SEND",
  ACCEPT = "ACCEPT",
  DECLINE = "DECLINE",
  CANCEL = "CANCEL",
  EXPIRE = "EXPIRE",
  START = "START",
  RETURN = "RETURN",
  EXTEND = "EXTEND",
  COMPLETE = "COMPLETE",
}

/** Who makes a move: one of the two organisations, or nobody but time. */
export enum ReferralSide {
  SENDER = "SENDER",
  RECEIVER = "RECEIVER",
  TIME = "TIME",
}

export interface ReferralRule {
  move: ReferralMove;
  by: ReferralSide;
  /** The state it leaves; null before there is a referral. */
  from: ReferralState | null;
  to: ReferralState;
}

const { REQUESTED, ACCEPTED, IN_PROGRESS, COMPLETED, DECLINED, CANCELLED, EXPIRED } = ReferralState;
const { SENDER, RECEIVER, TIME } = ReferralSide;

/** Every move there is. What is not here cannot happen. */
export const REFERRAL_MOVES: readonly ReferralRule[] = [
  { move: ReferralMove.SEND, by: SENDER, from: null, to: REQUESTED },
  { move: ReferralMove.ACCEPT, by: RECEIVER, from: REQUESTED, to: ACCEPTED },
  { move: ReferralMove.DECLINE, by: RECEIVER, from: REQUESTED, to: DECLINED },
  { move: ReferralMove.CANCEL, by: SENDER, from: REQUESTED, to: CANCELLED },
  { move: ReferralMove.EXPIRE, by: TIME, from: REQUESTED, to: EXPIRED },
  { move: ReferralMove.START, by: RECEIVER, from: ACCEPTED, to: IN_PROGRESS },
  // The receiver finds out too late: the person, and the responsibility, go back to the sender.
  { move: ReferralMove.RETURN, by: RECEIVER, from: ACCEPTED, to: DECLINED },
  { move: ReferralMove.COMPLETE, by: RECEIVER, from: ACCEPTED, to: COMPLETED },
  { move: ReferralMove.COMPLETE, by: RECEIVER, from: IN_PROGRESS, to: COMPLETED },
  { move: ReferralMove.EXTEND, by: SENDER, from: ACCEPTED, to: ACCEPTED },
  { move: ReferralMove.EXTEND, by: SENDER, from: IN_PROGRESS, to: IN_PROGRESS },
];

/** Days after which an acceptance is not taken back any more: the referral is completed with its outcome. [design] */
export const RETURN_WITHIN_DAYS = 10;

/** The rule of a move from a state; null when the table does not know it. */
export function ruleOf(move: ReferralMove, from: ReferralState | null): ReferralRule | null {
  return REFERRAL_MOVES.find((rule) => rule.move === move && rule.from === from) ?? null;
}

/** The side that makes a move, from whatever state. */
export function sideOf(move: ReferralMove): ReferralSide {
  return REFERRAL_MOVES.find((rule) => rule.move === move)?.by ?? TIME;
}

/** The moves that may be made from a state. */
function movesFrom(state: ReferralState): ReferralRule[] {
  return REFERRAL_MOVES.filter(({ from }) => from === state);
}

/** The states that may follow, each once. */
export function nextStates(state: ReferralState): ReferralState[] {
  return [...new Set(movesFrom(state).flatMap(({ to }) => (to === state ? [] : [to])))];
}

/** Where a trail leads, from nothing; null when a step of it is not in the table or does not follow the one before. */
export function stateOfTrail(
  trail: readonly Pick<ReferralRule, "move" | "from" | "to">[],
): ReferralState | null {
  let state: ReferralState | null = null;
  for (const { move, from, to } of trail) {
    if (from !== state || ruleOf(move, from)?.to !== to) return null;
    state = to;
  }
  return state;
}

/** The states in which a referral lets the receiver see the sections it names, until its time is over. */
export const OPEN_STATES: readonly ReferralState[] = [REQUESTED, ACCEPTED, IN_PROGRESS];

/** The sections without which a receiver cannot tell whom the referral is about. */
export const ALWAYS_SHARED: readonly Section[] = [Section.IDENTITY, Section.PATHWAY];

interface Standing {
  state: ReferralState;
  /** The last day on which it may be answered. */
  lapsesOn: string;
  /** The last day on which it opens what it names. */
  expiresOn: string;
}

/**
 * The state on a day: one that nobody answered in time has expired, whether or not it was noted yet. Days are written
 * `2026-11-21`, or `infinity`.
 */
export function stateOn({ state, lapsesOn, expiresOn }: Standing, today: string): ReferralState {
  return state === REQUESTED && earlier(lapsesOn, expiresOn) < today ? EXPIRED : state;
}

/** Whether it is open on a day, and so opens the sections it names. */
export function isOpenOn(referral: Standing, today: string): boolean {
  return OPEN_STATES.includes(stateOn(referral, today)) && referral.expiresOn >= today;
}

/** `infinity` sorts after every written day. */
function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
