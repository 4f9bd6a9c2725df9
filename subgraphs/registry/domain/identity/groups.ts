/** Groups of registrations that are one person: average linkage, so that a chain of weak links joins nobody. */
import type { Pair } from "./candidates.ts";
import { Linkage, type Pieces } from "./linkage.ts";

export interface Grouping {
  /** How many people there are to be grouped. */
  size: number;
  /** Pairs that may be one person, with their weight. */
  pairs: Iterable<{ pair: Pair; weight: number }>;
  /** The average weight from which on two groups are one. */
  threshold: number;
  /** What the fields of any two weigh, for those whom no key brought together. */
  weigh: (one: number, other: number) => Pieces;
}

/** Pairs that weigh so many bits less than is asked for are looked at still: others of their groups may speak for them. */
export const LOOKED_AT = 1.5;

/** The group of each, by its place: one of the places in the group. */
export function groupPeople({ size, pairs, threshold, weigh }: Grouping): number[] {
  const linkage = new Linkage(size, threshold, weigh);
  for (const { pair, weight } of pairs) if (weight >= threshold - LOOKED_AT) linkage.touch(...pair);
  linkage.join();
  const groups = Array.from({ length: size }, (_, place) => place);
  linkage.members.forEach((rows, group) => {
    for (const row of rows) groups[row] = group;
  });
  return groups;
}
