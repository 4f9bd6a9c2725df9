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

export interface HostNaming {
  kind: VisitHostKind;
  name: string | null;
  /** The day on which a person agreed to be named; null when they did not. */
  namedSince: string | null;
}

/**
 * The field that is wrong in how a host is named, or null: an organisation goes by its name and needs no consent, a
 * person is named only with theirs, and a consent without a name is for nothing.
 */
export function namingProblem({ kind, name, namedSince }: HostNaming): "name" | "consentedOn" | null {
  if (kind === VisitHostKind.ORGANISATION && name === null) return "name";
  const consentNeeded = kind === VisitHostKind.PERSON && name !== null;
  return consentNeeded === (namedSince !== null) ? null : "consentedOn";
}

/** Whether a host receives visitors on a day. */
export function receivesOn({ since, until }: { since: string; until: string | null }, day: string): boolean {
  return since <= day && (until === null || day <= until);
}
