/**
 * The pathway: milestones in, stage out. `foldPathway` is one pure function over one table, so that late, repeated
 * or reordered milestones give the same stage.
 */
import { MilestoneKind as M } from "./milestone.ts";
import { Mandate } from "./organisation.ts";

export enum StageCode {
  PRE_DEPARTURE = "PRE_DEPARTURE",
  INTAKE = "INTAKE",
  EMPLOYABILITY = "EMPLOYABILITY",
  MATCHING = "MATCHING",
  OFFER = "OFFER",
  LIAISON = "LIAISON",
  MOVE = "MOVE",
  SETTLEMENT = "SETTLEMENT",
  FOLLOW_UP = "FOLLOW_UP",
  ESTABLISHED = "ESTABLISHED",
}

/** Why a file is closed before the end of the pathway. */
export enum ExitReason {
  NOT_ELIGIBLE = "NOT_ELIGIBLE",
  REDIRECTED = "REDIRECTED",
  WITHDREW = "WITHDREW",
  CONTACT_LOST = "CONTACT_LOST",
}

/** What the responsible organisation does next. */
export enum NextStep {
  PREPARE_ARRIVAL = "PREPARE_ARRIVAL",
  ASSIGN_COUNSELLOR = "ASSIGN_COUNSELLOR",
  DECLARE_READY = "DECLARE_READY",
  PROPOSE_OFFER = "PROPOSE_OFFER",
  ANSWER_OFFER = "ANSWER_OFFER",
  DATE_THE_MOVE = "DATE_THE_MOVE",
  CONFIRM_ARRIVAL = "CONFIRM_ARRIVAL",
  COMPLETE_SETTLEMENT = "COMPLETE_SETTLEMENT",
  CHECK_RETENTION = "CHECK_RETENTION",
}

export interface Transition {
  /** The stages from which it leaves; null before the first. */
  from: readonly (StageCode | null)[];
  on: M;
  to: StageCode;
}

const S = StageCode;
const NOT_YET = [null];
const IN_QUEBEC = [null, S.PRE_DEPARTURE];
const MOVED = [S.SETTLEMENT, S.FOLLOW_UP, S.ESTABLISHED];

/** What moves a stage. A milestone that is not here from the stage a person is at is history and moves nothing. */
export const TRANSITIONS: readonly Transition[] = [
  { from: NOT_YET, on: M.REFERRED_FROM_ABROAD, to: S.PRE_DEPARTURE },
  { from: NOT_YET, on: M.REGISTERED, to: S.INTAKE },
  { from: IN_QUEBEC, on: M.ARRIVED_IN_QUEBEC, to: S.INTAKE },
  { from: [null, S.INTAKE], on: M.COUNSELLOR_ASSIGNED, to: S.EMPLOYABILITY },
  { from: [S.EMPLOYABILITY], on: M.MATCHING_ACCEPTED, to: S.MATCHING },
  { from: [S.MATCHING], on: M.OFFER_PROPOSED, to: S.OFFER },
  { from: [S.OFFER], on: M.OFFER_ACCEPTED, to: S.LIAISON },
  { from: [S.OFFER], on: M.OFFER_REFUSED, to: S.MATCHING },
  { from: [S.OFFER], on: M.OFFER_WITHDRAWN, to: S.MATCHING },
  { from: [S.EMPLOYABILITY], on: M.LIAISON_ACCEPTED, to: S.LIAISON },
  { from: [S.LIAISON], on: M.MOVE_DATED, to: S.MOVE },
  { from: [S.MOVE], on: M.ARRIVAL_CONFIRMED, to: S.SETTLEMENT },
  { from: [S.SETTLEMENT], on: M.SETTLEMENT_COMPLETED, to: S.FOLLOW_UP },
  { from: [S.FOLLOW_UP], on: M.RETENTION_REACHED, to: S.ESTABLISHED },
  { from: MOVED, on: M.RETURNED_TO_MONTREAL, to: S.EMPLOYABILITY },
  { from: [S.MOVE, ...MOVED], on: M.REGION_CHANGED, to: S.LIAISON },
];

const EXITS: Partial<Record<M, ExitReason>> = {
  [M.FOUND_NOT_ELIGIBLE]: ExitReason.NOT_ELIGIBLE,
  [M.REDIRECTED]: ExitReason.REDIRECTED,
  [M.WITHDREW]: ExitReason.WITHDREW,
  [M.CONTACT_LOST]: ExitReason.CONTACT_LOST,
};

interface StageRule {
  /** The mandate that is responsible; null when nobody is. INTAKE is the entry door's, whatever its mandate. */
  owner: Mandate | "DOOR" | null;
  next: NextStep | null;
  /** Days in the stage after which it is late. [design] */
  dueInDays: number | null;
}

export const STAGE_RULES: Record<StageCode, StageRule> = {
  PRE_DEPARTURE: { owner: Mandate.EMPLOYABILITY, next: NextStep.PREPARE_ARRIVAL, dueInDays: 90 },
  INTAKE: { owner: "DOOR", next: NextStep.ASSIGN_COUNSELLOR, dueInDays: 7 },
  EMPLOYABILITY: { owner: Mandate.EMPLOYABILITY, next: NextStep.DECLARE_READY, dueInDays: 60 },
  MATCHING: { owner: Mandate.MATCHING, next: NextStep.PROPOSE_OFFER, dueInDays: 90 },
  OFFER: { owner: Mandate.EMPLOYABILITY, next: NextStep.ANSWER_OFFER, dueInDays: 14 },
  LIAISON: { owner: Mandate.EMPLOYABILITY, next: NextStep.DATE_THE_MOVE, dueInDays: 30 },
  MOVE: { owner: Mandate.EMPLOYABILITY, next: NextStep.CONFIRM_ARRIVAL, dueInDays: 45 },
  SETTLEMENT: { owner: Mandate.WELCOME, next: NextStep.COMPLETE_SETTLEMENT, dueInDays: 90 },
  FOLLOW_UP: { owner: Mandate.EMPLOYABILITY, next: NextStep.CHECK_RETENTION, dueInDays: 365 },
  ESTABLISHED: { owner: null, next: null, dueInDays: null },
};

/** The stages that may follow each, in the order of the pathway. */
export function nextStages(stage: StageCode): StageCode[] {
  const next = new Set(TRANSITIONS.filter(({ from }) => from.includes(stage)).map(({ to }) => to));
  return Object.values(StageCode).filter((code) => next.has(code));
}

/** A milestone as the fold reads it. */
export interface Milestone {
  /** Unique at its source: twice is once. */
  id: string;
  kind: M;
  occurredAt: Date;
  /** The code of the organisation that reported it. */
  reporter: string;
  /** The reporter's mandates. */
  mandates: readonly Mandate[];
}

export interface Pathway {
  stage: StageCode;
  since: Date;
  /** The code of the organisation that is responsible; null when nobody is, or nobody is named yet. */
  responsible: string | null;
  next: NextStep | null;
  /** The day the next step is due, as `2026-11-21`; null when nothing is. */
  dueOn: string | null;
  /** Why the file is closed; null while it is open. */
  exit: ExitReason | null;
}

/** The pathway that the milestones tell; null when none of them opens one. The order they are given in is nothing. */
export function foldPathway(milestones: readonly Milestone[]): Pathway | null {
  const history = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  const inOrder = [...history.values()].sort(
    (one, other) => one.occurredAt.getTime() - other.occurredAt.getTime() || (one.id < other.id ? -1 : 1),
  );
  let state: Fold | null = null;
  const holders = new Map<Mandate | "DOOR", string>();
  for (const milestone of inOrder) {
    noteHolder(holders, milestone);
    state = step(state, milestone);
  }
  if (!state) return null;
  const { stage, since, exit } = state;
  const rule = STAGE_RULES[stage];
  const open = exit === null;
  return {
    stage,
    since,
    exit,
    responsible: open && rule.owner ? (holders.get(rule.owner) ?? holders.get("DOOR") ?? null) : null,
    next: open ? rule.next : null,
    dueOn: open && rule.dueInDays !== null ? dayAfter(since, rule.dueInDays) : null,
  };
}

interface Fold {
  stage: StageCode;
  since: Date;
  exit: ExitReason | null;
}

/** The fold's one step: an exit closes, a reopening opens where it was, and the table moves what is open. */
function step(state: Fold | null, { kind, occurredAt }: Milestone): Fold | null {
  if (state && EXITS[kind]) return state.exit ? state : { ...state, exit: EXITS[kind] };
  if (state?.exit) return kind === M.REOPENED ? { ...state, since: occurredAt, exit: null } : state;
  const transition = TRANSITIONS.find(({ on, from }) => on === kind && from.includes(state?.stage ?? null));
  return transition ? { stage: transition.to, since: occurredAt, exit: null } : state;
}

/** Whoever last acted under a mandate holds it for this person; the first to register them is the door. */
function noteHolder(holders: Map<Mandate | "DOOR", string>, { kind, reporter, mandates }: Milestone): void {
  if (!holders.has("DOOR") && (kind === M.REGISTERED || kind === M.REFERRED_FROM_ABROAD))
    holders.set("DOOR", reporter);
  // Whoever accepts a person who was referred takes the door's place: responsibility is passed on at acceptance.
  if (kind === M.EMPLOYABILITY_ACCEPTED) holders.set("DOOR", reporter);
  const acted = HOLDING[kind];
  if (acted && mandates.includes(acted)) holders.set(acted, reporter);
}

/** The milestones by which an organisation takes a person on, under a mandate. */
const HOLDING: Partial<Record<M, Mandate>> = {
  [M.EMPLOYABILITY_ACCEPTED]: Mandate.EMPLOYABILITY,
  [M.COUNSELLOR_ASSIGNED]: Mandate.EMPLOYABILITY,
  [M.ARRIVED_IN_QUEBEC]: Mandate.EMPLOYABILITY,
  [M.MATCHING_ACCEPTED]: Mandate.MATCHING,
  [M.LIAISON_ACCEPTED]: Mandate.WELCOME,
  [M.ARRIVAL_CONFIRMED]: Mandate.WELCOME,
};

function dayAfter(moment: Date, days: number): string {
  return new Date(moment.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The steps of the Montréal track (Passerelle sectorielle), parallel to the pathway, in their order. */
export const MONTREAL_STEPS: readonly M[] = [
  M.PASSERELLE_QUESTIONNAIRE,
  M.PASSERELLE_ADVISER_CALL,
  M.PASSERELLE_VIDEO,
  M.PASSERELLE_SECTOR_ACTIVITY,
  M.PASSERELLE_RECRUITMENT_EVENT,
  M.PASSERELLE_SELF_DIRECTED,
  M.PASSERELLE_EMPLOYED,
];

/** The furthest step reached on the Montréal track; null when the person is not on it, or moved to a region. */
export function montrealStep(milestones: readonly Pick<Milestone, "kind">[]): M | null {
  if (milestones.some(({ kind }) => kind === M.ARRIVAL_CONFIRMED)) return null;
  return MONTREAL_STEPS.findLast((step) => milestones.some(({ kind }) => kind === step)) ?? null;
}
