/** Groups of registrations that are one person: average linkage, so that a chain of weak links joins nobody. */
import type { Pair } from "./candidates.ts";
import { Linkage, type Pieces } from "./linkage.ts";

export interface Grouping {
  /** How many people there are to be grouped. */
  size: number;
  /** Pairs that may be one person, with their weight. */
  pairs: readonly { pair: Pair; weight: number }[];
  /** The average weight from which on two groups are one. */
  threshold: number;
  /** The weight of any two, for those whom no key brought together. */
  weigh: (one: number, other: number) => Pieces;
  /** Pairs that must stay apart whatever they weigh. */
  apart?: (one: number, other: number) => boolean;
  /** The largest knot that is compared each with each; a larger one is first cut at a higher weight. */
  largest?: number;
}

/** One pair can speak for or against a group only so loudly. */
const LOUDEST = 30;

/** The weight of one pair as it counts in the average of a group. */
export function heard(weight: number): number {
  return Math.max(-LOUDEST, Math.min(LOUDEST, weight));
}

/** The group of each, by its place: the lowest place in the group. */
export function groupPeople(grouping: Grouping): number[] {
  const groups = Array.from({ length: grouping.size }, (_, place) => place);
  const knots = knotsOf(grouping.size, grouping.pairs, grouping.threshold);
  for (const knot of knots) groupKnot(knot, grouping, grouping.threshold, groups);
  return groups;
}

/** Sets of people joined by pairs of at least this weight: no group reaches across them. */
function knotsOf(
  size: number,
  pairs: Grouping["pairs"],
  threshold: number,
  among?: ReadonlySet<number>,
): number[][] {
  const parent = new Int32Array(size).map((_, place) => place);
  const root = (place: number): number => {
    let at = place;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  const touched = new Set<number>();
  for (const { pair, weight } of pairs) {
    const [one, other] = pair;
    if (weight < threshold || (among && !(among.has(one) && among.has(other)))) continue;
    touched.add(one).add(other);
    parent[root(one)] = root(other);
  }
  const knots = new Map<number, number[]>();
  for (const place of touched) {
    const list = knots.get(root(place));
    if (list === undefined) knots.set(root(place), [place]);
    else list.push(place);
  }
  return [...knots.values()].map((knot) => knot.sort((a, b) => a - b));
}

function groupKnot(knot: number[], grouping: Grouping, cut: number, groups: number[]): void {
  if (knot.length > (grouping.largest ?? 400)) {
    const among = new Set(knot);
    const pairs = grouping.pairs.filter(({ pair }) => among.has(pair[0]) && among.has(pair[1]));
    // Cutting ever higher ends: above the heaviest pair nobody is joined.
    for (const part of knotsOf(grouping.size, pairs, cut + 3)) {
      groupKnot(part, { ...grouping, pairs }, cut + 3, groups);
    }
    return;
  }
  joinNearest(knot, grouping, groups);
}

/** Joins the two groups that agree best, as long as they reach the threshold. */
function joinNearest(knot: readonly number[], { weigh, apart, threshold }: Grouping, groups: number[]): void {
  const place = (i: number) => knot[i] ?? 0;
  const linkage = new Linkage(knot.length, (i, j) =>
    apart?.(place(i), place(j)) ? [{ field: "apart", weight: -Infinity }] : weigh(place(i), place(j)),
  );
  const alive = new Set(knot.keys());
  const average = (i: number, j: number) => linkage.weight(i, j);
  const nearest = knot.map((_, i) => nearestOf(i, alive, average));
  for (;;) {
    let best = -1;
    for (const i of alive)
      if (best < 0 || (nearest[i]?.weight ?? -Infinity) > (nearest[best]?.weight ?? -Infinity)) best = i;
    const found = best < 0 ? undefined : nearest[best];
    if (found === undefined || found.weight < threshold) break;
    const [kept, gone] = [Math.min(best, found.other), Math.max(best, found.other)];
    linkage.join(kept, gone);
    alive.delete(gone);
    for (const other of alive) {
      const stale = nearest[other]?.other;
      if (other === kept || stale === kept || stale === gone) {
        nearest[other] = nearestOf(other, alive, average);
        continue;
      }
      const weight = average(other, kept);
      if (weight > (nearest[other]?.weight ?? -Infinity)) nearest[other] = { other: kept, weight };
    }
  }
  for (const i of alive) {
    const members = (linkage.members[i] ?? []).map(place);
    const group = Math.min(...members);
    for (const member of members) groups[member] = group;
  }
}

interface Nearest {
  other: number;
  weight: number;
}

function nearestOf(
  i: number,
  alive: ReadonlySet<number>,
  average: (i: number, j: number) => number,
): Nearest {
  let best: Nearest = { other: -1, weight: -Infinity };
  for (const j of alive) {
    if (j === i) continue;
    const weight = average(i, j);
    if (weight > best.weight) best = { other: j, weight };
  }
  return best;
}
