/** Groups of registrations that are one person: average linkage, so that a chain of weak links joins nobody. */
import type { Comparison, Verdict } from "./compare.ts";
import type { Gate } from "./gates.ts";
import type { Model } from "./model.ts";
import type { Pair } from "./candidates.ts";

export interface Grouping {
  /** How many people there are to be grouped. */
  size: number;
  /** Pairs that may be one person, with their weight. */
  pairs: readonly { pair: Pair; weight: number }[];
  /** The average weight from which on two groups are one. */
  threshold: number;
  /** The weight of any two, for those whom no key brought together. */
  weigh: (one: number, other: number) => number;
  /** Pairs that must stay apart whatever they weigh. */
  apart?: (one: number, other: number) => boolean;
  /** The largest knot that is compared each with each; a larger one is first cut at a higher weight. */
  largest?: number;
}

/** One pair can speak for or against a group only so loudly. */
const LOUDEST = 30;

function heard(weight: number): number {
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

/** Joins the two groups with the highest average, as long as it reaches the threshold. */
function joinNearest(knot: readonly number[], { weigh, apart, threshold }: Grouping, groups: number[]): void {
  const size = knot.length;
  const sums = knot.map((one, i) => {
    const row = new Float64Array(size);
    for (let j = 0; j < size; j++) {
      const other = knot[j] ?? one;
      if (i < j) row[j] = apart?.(one, other) ? -Infinity : heard(weigh(one, other));
    }
    return row;
  });
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) set(sums, i, j, at(sums, j, i));
  const members = knot.map((place) => [place]);
  const alive = new Set(knot.keys());
  const average = (i: number, j: number) =>
    at(sums, i, j) / ((members[i]?.length ?? 1) * (members[j]?.length ?? 1));
  const nearest = knot.map((_, i) => nearestOf(i, alive, average));
  for (;;) {
    let best = -1;
    for (const i of alive)
      if (best < 0 || (nearest[i]?.weight ?? -Infinity) > (nearest[best]?.weight ?? -Infinity)) best = i;
    const found = best < 0 ? undefined : nearest[best];
    if (found === undefined || found.weight < threshold) break;
    const [kept, gone] = [Math.min(best, found.other), Math.max(best, found.other)];
    members[kept]?.push(...(members[gone] ?? []));
    alive.delete(gone);
    for (const other of alive) {
      if (other === kept) continue;
      const joint = at(sums, kept, other) + at(sums, gone, other);
      set(sums, kept, other, joint);
      set(sums, other, kept, joint);
    }
    for (const other of alive) {
      const stale = nearest[other]?.other;
      if (other === kept || stale === kept || stale === gone)
        nearest[other] = nearestOf(other, alive, average);
      else if (average(other, kept) > (nearest[other]?.weight ?? -Infinity))
        nearest[other] = { other: kept, weight: average(other, kept) };
    }
  }
  for (const i of alive) {
    const group = Math.min(...(members[i] ?? []));
    for (const place of members[i] ?? []) groups[place] = group;
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

function at(rows: readonly Float64Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

function set(rows: readonly Float64Array[], i: number, j: number, value: number): void {
  const row = rows[i];
  if (row !== undefined) row[j] = value;
}

/** A candidate whom a new registration may belong to: how it compares with each registration of theirs. */
export interface PossibleHome<Id> {
  id: Id;
  comparisons: readonly Comparison[];
}

export interface Placement<Id> {
  verdict: Verdict;
  /** Whom it belongs to (LINK), or whom a human must compare it with, the likeliest first (REVIEW). */
  homes: { id: Id; weight: number; gates: Gate[] }[];
}

/** Where a new registration belongs. Never decides between two candidates: that is for a human. */
export function placeRegistration<Id>(possible: readonly PossibleHome<Id>[], model: Model): Placement<Id> {
  const homes = possible
    .filter(({ comparisons }) => comparisons.length > 0)
    .map(({ id, comparisons }) => ({ id, ...togetherOf(comparisons, model) }))
    .filter(({ verdict }) => verdict !== "DIFFERENT")
    .sort((a, b) => b.weight - a.weight);
  const verdict =
    homes.length === 0 ? "DIFFERENT" : homes.length === 1 ? (homes[0]?.verdict ?? "REVIEW") : "REVIEW";
  return { verdict, homes: homes.map(({ id, weight, gates }) => ({ id, weight, gates })) };
}

/** Gates that one agreeing registration opens: what another document left unsure, this one settles. */
const SETTLED_BY_ONE: ReadonlySet<Gate> = new Set<Gate>(["NAMESAKES", "THIN_NAME", "BIRTH_DATE"]);

function togetherOf(comparisons: readonly Comparison[], { thresholds }: Model) {
  const weight =
    comparisons.reduce((sum, comparison) => sum + heard(comparison.weight), 0) / comparisons.length;
  const all = [...new Set(comparisons.flatMap(({ gates }) => gates))];
  const gates = all.filter(
    (gate) => !SETTLED_BY_ONE.has(gate) || comparisons.every((comparison) => comparison.gates.includes(gate)),
  );
  // A human said it once of one registration: it holds for the candidate.
  const different = comparisons.some(
    ({ verdict, weight: own }) => verdict === "DIFFERENT" && own >= thresholds.review,
  );
  const verdict: Verdict =
    different || weight < thresholds.review
      ? "DIFFERENT"
      : weight >= thresholds.link && gates.length === 0
        ? "LINK"
        : "REVIEW";
  return { weight, gates, verdict };
}
