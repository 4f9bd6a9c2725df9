/** Visits to a community during an exploratory trip, and the hosts who receive them. */

export enum RegionalVisitState {
  PLANNED = "PLANNED",
  HELD = "HELD",
  CANCELLED = "CANCELLED",
}

/** What may follow each state. A visit that is cancelled and planned again is another visit. */
export const VISIT_MOVES: Record<RegionalVisitState, readonly RegionalVisitState[]> = {
  PLANNED: [RegionalVisitState.HELD, RegionalVisitState.CANCELLED],
  HELD: [],
  CANCELLED: [],
};

export enum VisitHostKind {
  PERSON = "PERSON",
  ORGANISATION = "ORGANISATION",
}
