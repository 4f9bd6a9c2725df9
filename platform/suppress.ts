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
  const published = sum(groupsPublished(days, from, to));
  return published === 0 ? null : published;
}

/**
 * The people of each part of a whole (by organisation, by region …) published between two days; null for fewer than
 * five. What is missing to the whole (`publishedCount` of it) is never one to four people either: where it would be,
 * the smallest of the last groups wait longer.
 * @param parts the history of each part, as for `publishedCount`; together at most the whole's
 */
export function publishedParts<Part>(
  whole: readonly DayCount[],
  parts: ReadonlyMap<Part, readonly DayCount[]>,
  from: string,
  to: string,
): Map<Part, number | null> {
  const groups = new Map([...parts].map(([part, days]) => [part, groupsPublished(days, from, to)]));
  let missing = (publishedCount(whole, from, to) ?? 0) - sum([...groups.values()].map(sum));
  while (missing !== 0 && missing < SMALLEST_GROUP) {
    const [smallest] = [...groups.values()]
      .filter((list) => list.length > 0)
      .sort((one, other) => (one.at(-1) ?? 0) - (other.at(-1) ?? 0));
    // Without any part left, what is missing is the whole, which is none or at least five.
    if (!smallest) break;
    missing += smallest.pop() ?? 0;
  }
  return new Map([...groups].map(([part, list]) => [part, list.length === 0 ? null : sum(list)]));
}

/** The days of the people published between two days: those after `after`, or from the first on, up to `upTo`. */
export interface PublishedSpan {
  after: string | null;
  upTo: string;
  count: number;
}

/**
 * Where the people published between two days stand in the history, for figures other than a count (a median): made of
 * whole groups, so that no two answers differ by fewer than five people. Null for fewer than five.
 */
export function publishedSpan(days: readonly DayCount[], from: string, to: string): PublishedSpan | null {
  let span = null as PublishedSpan | null;
  let [waiting, closed]: [number, string | null] = [0, null];
  for (const { day, count } of days) {
    if (day > to) break;
    waiting += count;
    if (waiting < SMALLEST_GROUP) continue;
    if (day >= from) {
      span = { after: span ? span.after : closed, upTo: day, count: (span?.count ?? 0) + waiting };
    }
    [waiting, closed] = [0, day];
  }
  return span;
}

/** The sizes of the groups published between two days, in order. */
function groupsPublished(days: readonly DayCount[], from: string, to: string): number[] {
  const groups: number[] = [];
  let waiting = 0;
  for (const { day, count } of days) {
    if (day > to) break;
    waiting += count;
    if (waiting < SMALLEST_GROUP) continue;
    if (day >= from) groups.push(waiting);
    waiting = 0;
  }
  return groups;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** A count of people as it stands now: null for fewer than five. */
export function largeEnough(count: number): number | null {
  return count < SMALLEST_GROUP ? null : count;
}
