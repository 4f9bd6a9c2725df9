/**
 * The pathway: milestones in, stage out. `foldPathway` is one pure function over the table of pathway-table.ts, so
 * that late, repeated or reordered milestones give the same stage.
 */
import { MilestoneKind as M, PathwayTrack } from "./milestone.ts";
import { IN_A_REGION, montrealStepAfter } from "./montreal.ts";
import type { Mandate } from "./organisation.ts";
import {
  EXIT_BY,
  EXIT_FROM,
  EXITS,
  REOPENED_BY,
  TRANSITIONS,
  type By,
  type Transition,
} from "./pathway-table.ts";
import { ExitReason, NextStep, STAGE_RULES, StageCode, type Holding } from "./stage.ts";

export { nextStages, TRANSITIONS } from "./pathway-table.ts";
export { ExitReason, NextStep, StageCode, STAGE_RULES } from "./stage.ts";

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
  /** What the person is declared ready for; null or absent where it was not said. */
  track?: PathwayTrack | null;
}

/** One stay at a stage. */
export interface Spell {
  stage: StageCode;
  since: Date;
  /** Null while it lasts. */
  until: Date | null;
  /** The milestone that ended it. */
  endedBy: M | null;
  /** Whether the person had not been at this stage before. */
  isFirst: boolean;
}

export interface Pathway {
  stage: StageCode;
  since: Date;
  /** The code of the organisation that is responsible; null when nobody is. */
  responsible: string | null;
  next: NextStep | null;
  /** The day the next step is due, as `2026-11-21`; null when nothing is. */
  dueOn: string | null;
  /** Why the file is closed; null while it is open. */
  exit: ExitReason | null;
  /** The organisation whose door the person came in by, at first. */
  door: string;
  /** The regional partner that took the person on; null until one did. */
  welcomedBy: string | null;
  /** The furthest step on the Montréal track; null when the person is not on it. */
  montrealStep: M | null;
  /** Every stay at a stage, in order; the first began the pathway. */
  spells: readonly Spell[];
  /** The ids of the milestones that moved something; the others are history. */
  moved: ReadonlySet<string>;
}

/** The pathway that the milestones tell; null when none of them opens one. The order they are given in is nothing. */
export function foldPathway(milestones: readonly Milestone[]): Pathway | null {
  let state: State | null = null;
  const moved = new Set<string>();
  for (const milestone of inOrder(milestones)) {
    const after = step(state, milestone);
    if (after !== state) moved.add(milestone.id);
    state = after;
  }
  if (!state) return null;
  const { stage, exit, door, holders, montrealStep, spells } = state;
  const since = spells.at(-1)?.since ?? new Date(Number.NaN);
  const { dueInDays } = STAGE_RULES[stage];
  const isOpen = exit === null;
  return {
    stage,
    since,
    exit,
    responsible: isOpen ? responsibleIn(state) : null,
    next: isOpen ? nextStep(state) : null,
    dueOn: isOpen && dueInDays !== null ? dayAfter(since, dueInDays) : null,
    door,
    welcomedBy: holders.WELCOME ?? null,
    montrealStep,
    spells,
    moved,
  };
}

/**
 * Each milestone once, in the order in which they happened. Those of the same moment stand in the order of the kinds
 * (that of the pathway), then by reporter and track: never by when the hub came to know of them. What is equal in all
 * this tells the same, so that the id after it only settles which of the two counts as the repetition.
 */
function inOrder(milestones: readonly Milestone[]): Milestone[] {
  const once = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  return [...once.values()].sort(
    (one, other) =>
      one.occurredAt.getTime() - other.occurredAt.getTime() ||
      (PLACE.get(one.kind) ?? 0) - (PLACE.get(other.kind) ?? 0) ||
      compare(one.reporter, other.reporter) ||
      compare(one.track ?? "", other.track ?? "") ||
      compare(one.id, other.id),
  );
}

const PLACE = new Map(Object.values(M).map((kind, place) => [kind, place]));

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** What the fold carries from one milestone to the next. Never changed in place: the same state means that nothing moved. */
interface State {
  door: string;
  stage: StageCode;
  exit: ExitReason | null;
  /** Who holds the person, and as what. */
  holders: Readonly<Partial<Record<Holding, string>>>;
  /** What the person was declared ready for; null until they are. */
  readyFor: PathwayTrack | null;
  regionChosen: boolean;
  montrealStep: M | null;
  spells: readonly Spell[];
}

const NOTHING: State = {
  door: "",
  stage: StageCode.INTAKE,
  exit: null,
  holders: {},
  readyFor: null,
  regionChosen: false,
  montrealStep: null,
  spells: [],
};

/** The fold's one step: an exit closes, a reopening opens where it was, and the table moves what is open. */
function step(state: State | null, milestone: Milestone): State | null {
  const { kind, occurredAt, reporter } = milestone;
  if (state) {
    const montrealStep = IN_A_REGION.includes(state.stage)
      ? state.montrealStep
      : montrealStepAfter(state.montrealStep, milestone);
    if (montrealStep !== state.montrealStep) return { ...state, montrealStep };
    const reason = EXITS[kind];
    if (reason) return close(state, reason, milestone);
    if (kind === M.REOPENED) {
      if (!state.exit || !counts(state, REOPENED_BY, milestone)) return state;
      const holders = { ...state.holders, DOOR: reporter };
      return enter({ ...state, exit: null, holders }, state.stage, occurredAt, kind);
    }
    if (state.exit) return state;
  }
  const transition = TRANSITIONS.find(
    ({ on, from, by }) =>
      on === kind && from.includes(state?.stage ?? null) && counts(state ?? NOTHING, by, milestone),
  );
  return transition ? move(state, transition, milestone) : state;
}

function close(state: State, exit: ExitReason, milestone: Milestone): State {
  const mayClose = EXIT_FROM.includes(state.stage) && counts(state, EXIT_BY, milestone);
  if (state.exit || !mayClose) return state;
  return { ...state, exit, spells: ended(state.spells, milestone.occurredAt, milestone.kind) };
}

/** Whether the report of this organisation counts, by the rule of a line of the table. */
function counts(state: State, by: readonly By[], { reporter, mandates }: Milestone): boolean {
  return by.some((each) => {
    if (each.who === "ANY") return true;
    if (each.who === "RESPONSIBLE") return responsibleIn(state) === reporter;
    const holder = state.holders[each.mandate];
    if (each.who === "HOLDER") return holder === reporter;
    if (!mandates.includes(each.mandate)) return false;
    return each.who === "ACCEPTOR" || holder === undefined || holder === reporter;
  });
}

function move(state: State | null, transition: Transition, milestone: Milestone): State {
  const { to, by, marks, releases = [] } = transition;
  const before = state ?? NOTHING;
  const released: readonly string[] = releases;
  const holders: Partial<Record<Holding, string>> = Object.fromEntries(
    Object.entries(before.holders).filter(([holding]) => !released.includes(holding)),
  );
  for (const each of by)
    if (each.who === "RECEIVER" || each.who === "ACCEPTOR") holders[each.mandate] = milestone.reporter;
  if (!state && by.some(({ who }) => who === "ANY")) holders.DOOR = milestone.reporter;
  const after: State = {
    ...before,
    door: state?.door ?? milestone.reporter,
    holders,
    readyFor: marks === "READY" ? (milestone.track ?? PathwayTrack.EMPLOYMENT) : before.readyFor,
    regionChosen: before.regionChosen || marks === "REGION_CHOSEN",
  };
  if (to !== "STAYS") return enter(after, to, milestone.occurredAt, milestone.kind);
  return state && isSame(after, state) ? state : after;
}

/** Enters a stage. Back in Montréal everything is to be prepared anew; in a region the Montréal track is closed. */
function enter(state: State, stage: StageCode, at: Date, kind: M): State {
  const isFirst = !state.spells.some((spell) => spell.stage === stage);
  const spells = [
    ...ended(state.spells, at, kind),
    { stage, since: at, until: null, endedBy: null, isFirst },
  ];
  const isBack = stage === StageCode.EMPLOYABILITY && state.stage !== stage;
  return {
    ...state,
    stage,
    spells,
    readyFor: isBack ? null : state.readyFor,
    regionChosen: isBack ? false : state.regionChosen,
    montrealStep: IN_A_REGION.includes(stage) ? null : state.montrealStep,
  };
}

/** The spells with the last one over, unless it is so already. */
function ended(spells: readonly Spell[], until: Date, endedBy: M): readonly Spell[] {
  const last = spells.at(-1);
  return !last || last.until ? spells : [...spells.slice(0, -1), { ...last, until, endedBy }];
}

function isSame(one: State, other: State): boolean {
  const names = new Set([...Object.keys(one.holders), ...Object.keys(other.holders)] as Holding[]);
  return (
    one.readyFor === other.readyFor &&
    one.regionChosen === other.regionChosen &&
    [...names].every((name) => one.holders[name] === other.holders[name])
  );
}

function responsibleIn({ stage, holders }: State): string | null {
  const owner = STAGE_RULES[stage].owners.find((each) => holders[each] !== undefined);
  return owner === undefined ? null : (holders[owner] ?? null);
}

/** Of the next steps of the stage, the one that what was reported leaves to do. */
function nextStep({ stage, readyFor, regionChosen, holders }: State): NextStep | null {
  if (stage === StageCode.EMPLOYABILITY) {
    if (readyFor === null) return NextStep.DECLARE_READY;
    if (regionChosen) return NextStep.FIND_WELCOME;
    return readyFor === PathwayTrack.EMPLOYMENT ? NextStep.REFER_FOR_MATCHING : NextStep.CHOOSE_REGION;
  }
  if (stage === StageCode.LIAISON && holders.WELCOME === undefined)
    return regionChosen ? NextStep.FIND_WELCOME : NextStep.CHOOSE_REGION;
  return STAGE_RULES[stage].next.at(-1) ?? null;
}

function dayAfter(moment: Date, days: number): string {
  return new Date(moment.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
