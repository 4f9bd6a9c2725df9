/**
 * A breakdown of people that cannot be computed back: what is published by kind and the total that goes with it.
 *
 * Publishing each kind and the total on their own would give a small kind away as the difference. Here every person
 * belongs to exactly one published group of at least five: those of a kind wait for one another as in suppress.ts;
 * those still waiting at the end of a year are published together, as of no kind, once they are five. The total is
 * the sum of what is published, so that no sum or difference of answers is below five people.
 */
import { SMALLEST_GROUP, type DayCount } from "./suppress.ts";

export interface KeyedDayCount extends DayCount {
  /** The kind: a sector, a region. */
  key: string;
}

export interface Breakdown {
  /** The people published between the two days; null for fewer than five. */
  total: number | null;
  /** Of these, those of each kind; what is not there has fewer than five. The rest is of several small kinds. */
  byKey: ReadonlyMap<string, number>;
}

/**
 * The people published between two days, both included.
 * @param days the whole history from its first day on, in order of the days
 * @param today a year is over, for those who wait, when its last day is before this one
 */
export function publishedBreakdown(
  days: readonly KeyedDayCount[],
  from: string,
  to: string,
  today: string,
): Breakdown {
  const byKey = new Map<string, number>();
  let waiting = new Map<string, number>();
  let ofNoKind = 0;
  let year = days[0]?.day.slice(0, 4) ?? today.slice(0, 4);

  const closeYearsBefore = (nextYear: string) => {
    for (; year < nextYear; year = String(Number(year) + 1).padStart(4, "0")) {
      const lastDay = `${year}-12-31`;
      if (lastDay > to || lastDay >= today) continue;
      const left = [...waiting.values()].reduce((sum, count) => sum + count, 0);
      if (left < SMALLEST_GROUP) continue;
      if (lastDay >= from) ofNoKind += left;
      waiting = new Map();
    }
  };

  for (const { day, key, count } of days) {
    if (day > to) break;
    closeYearsBefore(day.slice(0, 4));
    const left = (waiting.get(key) ?? 0) + count;
    const published = left >= SMALLEST_GROUP;
    waiting.set(key, published ? 0 : left);
    if (published && day >= from) byKey.set(key, (byKey.get(key) ?? 0) + left);
  }
  closeYearsBefore(yearAfter(to < today ? to : today));

  const total = ofNoKind + [...byKey.values()].reduce((sum, count) => sum + count, 0);
  return { total: total === 0 ? null : total, byKey };
}

function yearAfter(day: string): string {
  return String(Number(day.slice(0, 4)) + 1).padStart(4, "0");
}
