/**
 * The table of the pathway: what moves a stage, and whose report counts. `npm run docs` prints it into
 * docs/pathway.md; a milestone that is not in it at the stage a person is at is history and moves nothing.
 */
import { MilestoneKind as M } from "./milestone.ts";
import { Mandate } from "./organisation.ts";
import { ExitReason, StageCode, STAGES } from "./stage.ts";

/** Whose report counts. */
export type By =
  /** Any organisation that may report it at all: a door. */
  | { who: "ANY" }
  /** The organisation that is responsible at that moment. */
  | { who: "RESPONSIBLE" }
  /** The organisation that took the person on under this mandate, though another one is responsible now. */
  | { who: "HOLDER"; mandate: Mandate }
  /** The receiving partner: one with this mandate, unless another holds the person under it. It takes them on. */
  | { who: "RECEIVER"; mandate: Mandate }
  /** The partner that accepted a referral, also from another that held the person under the same mandate. */
  | { who: "ACCEPTOR"; mandate: Mandate };

export interface Transition {
  /** The stages from which it leaves; null before the first. */
  from: readonly (StageCode | null)[];
  on: M;
  /** The stage it leads to; `STAYS` when only what stands beside the stage changes. */
  to: StageCode | "STAYS";
  by: readonly By[];
  /** What is known from then on. */
  marks?: "READY" | "REGION_CHOSEN";
  /** Those who hold the person no longer. */
  releases?: readonly Mandate[];
  /** Whether it goes back on the pathway. */
  isReturn?: true;
}

const S = StageCode;
const EMPLOYABILITY = Mandate.EMPLOYABILITY;
const WELCOME = Mandate.WELCOME;
const ANY: By[] = [{ who: "ANY" }];
const RESPONSIBLE: By = { who: "RESPONSIBLE" };
const holder = (mandate: Mandate): By => ({ who: "HOLDER", mandate });
const receiver = (mandate: Mandate): By[] => [{ who: "RECEIVER", mandate }];
const acceptor = (mandate: Mandate): By[] => [{ who: "ACCEPTOR", mandate }];

/** FCCQ keeps the offer, EER helps the person answer it: either knows what became of it. */
const OF_AN_OFFER = [RESPONSIBLE, holder(Mandate.MATCHING)];
/** EER moved the household, the regional partner has it: either learns first that it leaves. */
const OF_A_MOVE = [holder(EMPLOYABILITY), holder(WELCOME)];

const OPEN = STAGES.filter((stage) => stage !== S.ESTABLISHED);
const ARRIVED = [S.SETTLEMENT, S.FOLLOW_UP, S.ESTABLISHED];

export const TRANSITIONS: readonly Transition[] = [
  { from: [null], on: M.REFERRED_FROM_ABROAD, to: S.PRE_DEPARTURE, by: ANY },
  { from: [null], on: M.REGISTERED, to: S.INTAKE, by: ANY },
  { from: [S.PRE_DEPARTURE], on: M.REGISTERED, to: "STAYS", by: receiver(EMPLOYABILITY) },
  { from: OPEN, on: M.EMPLOYABILITY_ACCEPTED, to: "STAYS", by: acceptor(EMPLOYABILITY) },
  { from: [null, S.PRE_DEPARTURE], on: M.ARRIVED_IN_QUEBEC, to: S.INTAKE, by: receiver(EMPLOYABILITY) },
  { from: [S.PRE_DEPARTURE], on: M.COUNSELLOR_ASSIGNED, to: "STAYS", by: receiver(EMPLOYABILITY) },
  { from: [null, S.INTAKE], on: M.COUNSELLOR_ASSIGNED, to: S.EMPLOYABILITY, by: receiver(EMPLOYABILITY) },
  { from: [S.EMPLOYABILITY], on: M.READY_DECLARED, to: "STAYS", by: [RESPONSIBLE], marks: "READY" },
  { from: [S.EMPLOYABILITY], on: M.MATCHING_ACCEPTED, to: S.MATCHING, by: receiver(Mandate.MATCHING) },
  { from: [S.MATCHING], on: M.OFFER_PROPOSED, to: S.OFFER, by: [RESPONSIBLE] },
  { from: [S.OFFER], on: M.OFFER_ACCEPTED, to: S.LIAISON, by: OF_AN_OFFER },
  { from: [S.OFFER], on: M.OFFER_REFUSED, to: S.MATCHING, by: OF_AN_OFFER, isReturn: true },
  { from: [S.OFFER], on: M.OFFER_WITHDRAWN, to: S.MATCHING, by: OF_AN_OFFER, isReturn: true },
  {
    from: [S.EMPLOYABILITY, S.MATCHING, S.OFFER, S.LIAISON],
    on: M.REGION_CHOSEN,
    to: "STAYS",
    by: [holder(EMPLOYABILITY)],
    marks: "REGION_CHOSEN",
    releases: [WELCOME],
  },
  { from: [S.EMPLOYABILITY], on: M.LIAISON_ACCEPTED, to: S.LIAISON, by: receiver(WELCOME) },
  {
    from: [S.MATCHING, S.OFFER, S.LIAISON, S.MOVE],
    on: M.LIAISON_ACCEPTED,
    to: "STAYS",
    by: receiver(WELCOME),
  },
  { from: [S.LIAISON], on: M.MOVE_DATED, to: S.MOVE, by: [RESPONSIBLE] },
  { from: [S.MOVE], on: M.ARRIVAL_CONFIRMED, to: S.SETTLEMENT, by: receiver(WELCOME) },
  { from: [S.SETTLEMENT], on: M.SETTLEMENT_COMPLETED, to: S.FOLLOW_UP, by: [RESPONSIBLE] },
  { from: [S.FOLLOW_UP], on: M.RETENTION_REACHED, to: S.ESTABLISHED, by: [RESPONSIBLE, holder(WELCOME)] },
  {
    from: [S.LIAISON, S.MOVE, ...ARRIVED],
    on: M.RETURNED_TO_MONTREAL,
    to: S.EMPLOYABILITY,
    by: OF_A_MOVE,
    releases: [Mandate.MATCHING, WELCOME],
    isReturn: true,
  },
  {
    from: [S.LIAISON],
    on: M.REGION_CHANGED,
    to: "STAYS",
    by: OF_A_MOVE,
    marks: "REGION_CHOSEN",
    releases: [WELCOME],
  },
  {
    from: [S.MOVE, ...ARRIVED],
    on: M.REGION_CHANGED,
    to: S.LIAISON,
    by: OF_A_MOVE,
    marks: "REGION_CHOSEN",
    releases: [WELCOME],
    isReturn: true,
  },
];

/** What closes a file before the end, wherever it stands. */
export const EXITS: Partial<Record<M, ExitReason>> = {
  [M.FOUND_NOT_ELIGIBLE]: ExitReason.NOT_ELIGIBLE,
  [M.REDIRECTED]: ExitReason.REDIRECTED,
  [M.WITHDREW]: ExitReason.WITHDREW,
  [M.CONTACT_LOST]: ExitReason.CONTACT_LOST,
};

/** The stages from which a file can be closed. */
export const EXIT_FROM: readonly StageCode[] = OPEN;

/** Who closes a file: whoever is responsible, or EER, whose counsellor the person talks to from the first day to the last. */
export const EXIT_BY: readonly By[] = [RESPONSIBLE, holder(EMPLOYABILITY)];

/** Who reopens one: whichever door the person comes back to, which becomes their door. */
export const REOPENED_BY: readonly By[] = ANY;

/** The stages that may follow each, in the order of the pathway. */
export function nextStages(stage: StageCode): StageCode[] {
  const next = new Set(TRANSITIONS.filter(({ from }) => from.includes(stage)).map(({ to }) => to));
  return STAGES.filter((code) => next.has(code));
}
