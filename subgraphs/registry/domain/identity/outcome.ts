/** What can be decided on two registrations, and which candidate each registration belongs to as the links stand. */

export enum IdentityOutcome {
  LINKED_AUTOMATICALLY = "LINKED_AUTOMATICALLY",
  POSSIBLE = "POSSIBLE",
  LINKED = "LINKED",
  DECLARED_DIFFERENT = "DECLARED_DIFFERENT",
  TAKEN_BACK = "TAKEN_BACK",
}

/** What can be taken back: a question is answered, not taken back, and what was taken back is decided anew. */
export function canBeTakenBack(outcome: IdentityOutcome): boolean {
  return outcome !== IdentityOutcome.POSSIBLE && outcome !== IdentityOutcome.TAKEN_BACK;
}

/** What a registration's organisation is told of it. */
export enum DoorOutcome {
  NEW = "NEW",
  LINKED = "LINKED",
  POSSIBLE_DUPLICATE = "POSSIBLE_DUPLICATE",
}

/** A candidate as first written, with when; those that links tie are one person. */
export interface Origin {
  id: string;
  createdAt: Date;
}

/**
 * The candidate under which each origin is known: the oldest of those whom live links tie to it. It follows from the
 * links alone, so that a link taken back leaves no trace of itself.
 */
export function knownUnder(
  origins: readonly Origin[],
  links: readonly (readonly [string, string])[],
): Map<string, string> {
  const leader = new Map(origins.map(({ id }) => [id, id]));
  const leaderOf = (id: string): string => {
    let at = id;
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next;
    return at;
  };
  const age = new Map([...origins].sort(olderFirst).map(({ id }, rank) => [id, rank]));
  for (const [one, other] of links) {
    const [a, b] = [leaderOf(one), leaderOf(other)];
    const [older, younger] = (age.get(a) ?? 0) <= (age.get(b) ?? 0) ? [a, b] : [b, a];
    leader.set(younger, older);
  }
  return new Map(origins.map(({ id }) => [id, leaderOf(id)]));
}

function olderFirst(one: Origin, other: Origin): number {
  return one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1);
}
