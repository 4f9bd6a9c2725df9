/** The two-sided checklist of a move: what EER does in Montréal, what the regional partner does over there. */

export enum RelocationPhase {
  DEPARTURE = "DEPARTURE",
  CONTACT = "CONTACT",
  MOVE = "MOVE",
  WELCOME = "WELCOME",
  INSTALLATION = "INSTALLATION",
}

export enum RelocationSide {
  EER = "EER",
  REGIONAL_PARTNER = "REGIONAL_PARTNER",
}

export enum RelocationTaskKind {
  LEASE_ENDED = "LEASE_ENDED",
  SCHOOL_TOLD = "SCHOOL_TOLD",
  PARTNER_INFORMED = "PARTNER_INFORMED",
  HOUSEHOLD_CALLED = "HOUSEHOLD_CALLED",
  MOVER_BOOKED = "MOVER_BOOKED",
  HOUSING_FOUND = "HOUSING_FOUND",
  ARRIVAL_GREETED = "ARRIVAL_GREETED",
  SERVICES_SHOWN = "SERVICES_SHOWN",
  ADDRESS_CHANGED = "ADDRESS_CHANGED",
  SCHOOL_ENROLLED = "SCHOOL_ENROLLED",
  FRENCH_COURSE_FOUND = "FRENCH_COURSE_FOUND",
  FOLLOW_UP_CALL = "FOLLOW_UP_CALL",
  OTHER = "OTHER",
}

export enum RelocationTaskState {
  TO_DO = "TO_DO",
  DONE = "DONE",
  NOT_NEEDED = "NOT_NEEDED",
}

/** What may follow each state; what was ticked by mistake can be opened again. */
export const TASK_MOVES: Record<RelocationTaskState, readonly RelocationTaskState[]> = {
  TO_DO: [RelocationTaskState.DONE, RelocationTaskState.NOT_NEEDED],
  DONE: [RelocationTaskState.TO_DO],
  NOT_NEEDED: [RelocationTaskState.TO_DO],
};

export interface ChecklistItem {
  phase: RelocationPhase;
  kind: RelocationTaskKind;
  owner: RelocationSide;
}

const { DEPARTURE, CONTACT, MOVE, WELCOME, INSTALLATION } = RelocationPhase;
const { EER, REGIONAL_PARTNER } = RelocationSide;

/** What every plan begins with, in order; a household that has no use for an item marks it as not needed. */
export const STANDARD_CHECKLIST: readonly ChecklistItem[] = [
  { phase: DEPARTURE, kind: RelocationTaskKind.LEASE_ENDED, owner: EER },
  { phase: DEPARTURE, kind: RelocationTaskKind.SCHOOL_TOLD, owner: EER },
  { phase: CONTACT, kind: RelocationTaskKind.PARTNER_INFORMED, owner: EER },
  { phase: CONTACT, kind: RelocationTaskKind.HOUSEHOLD_CALLED, owner: REGIONAL_PARTNER },
  { phase: MOVE, kind: RelocationTaskKind.MOVER_BOOKED, owner: EER },
  { phase: MOVE, kind: RelocationTaskKind.HOUSING_FOUND, owner: REGIONAL_PARTNER },
  { phase: WELCOME, kind: RelocationTaskKind.ARRIVAL_GREETED, owner: REGIONAL_PARTNER },
  { phase: WELCOME, kind: RelocationTaskKind.SERVICES_SHOWN, owner: REGIONAL_PARTNER },
  { phase: INSTALLATION, kind: RelocationTaskKind.ADDRESS_CHANGED, owner: EER },
  { phase: INSTALLATION, kind: RelocationTaskKind.SCHOOL_ENROLLED, owner: REGIONAL_PARTNER },
  { phase: INSTALLATION, kind: RelocationTaskKind.FRENCH_COURSE_FOUND, owner: REGIONAL_PARTNER },
  { phase: INSTALLATION, kind: RelocationTaskKind.FOLLOW_UP_CALL, owner: EER },
];

export interface TaskFacts {
  owner: RelocationSide;
  state: RelocationTaskState;
}

/** Whether each side has nothing left to do. */
export function isComplete(tasks: readonly TaskFacts[]): boolean {
  return tasks.every((task) => task.state !== RelocationTaskState.TO_DO);
}

/** The items that a side still has to do. */
export function leftToDo(tasks: readonly TaskFacts[], owner: RelocationSide): number {
  return tasks.filter((task) => task.owner === owner && task.state === RelocationTaskState.TO_DO).length;
}

/** An item is titled exactly when its kind says nothing. */
export function titleIsInPlace(kind: RelocationTaskKind, title: string | null): boolean {
  return (kind === RelocationTaskKind.OTHER) === (title !== null);
}

/** The most items that a checklist has. */
export const MOST_TASKS = 200;
