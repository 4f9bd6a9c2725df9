/**
 * Statistics about people that cannot be computed back: counts below five are never published, and no difference
 * between two periods can be below five either.
 *
 * People are published in groups: those of a day wait until at least five are waiting, then all are published on
 * that day. Whatever periods are compared, what lies between them is a sum of whole groups.
 */

/** The smallest number of people that is ever published. */
export const SMALLEST_GROUP = 5;

export interface DayCount {
  /** The day, as `2026-11-21`. */
  day: string;
  count: number;
}

/**
 * The people published between two days, both included; null for fewer than five.
 * @param days the whole history from its first day on, one entry a day at most, in order
 */
export function publishedCount(days: readonly DayCount[], from: string, to: string): number | null {
  let waiting = 0;
  let published = 0;
  for (const { day, count } of days) {
    if (day > to) break;
    waiting += count;
    if (waiting < SMALLEST_GROUP) continue;
    if (day >= from) published += waiting;
    waiting = 0;
  }
  return published === 0 ? null : published;
}

/** A count of people as it stands now: null for fewer than five. */
export function largeEnough(count: number): number | null {
  return count < SMALLEST_GROUP ? null : count;
}
