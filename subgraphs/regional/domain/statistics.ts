/** What the partners achieved, counted day by day and published region by region. */
import { REGION_CODES } from "./region.ts";
import { holdingOn, type Coverage } from "./partner.ts";

export interface Day {
  day: string;
  count: number;
}

/** What happened on each day, by what was counted (`01 ARRIVED`, say). */
export type History = ReadonlyMap<string, readonly Day[]>;

/** The rows of a count, in the order of their days, gathered by what they count. */
export function historyOf(rows: readonly (Day & { key: string })[]): History {
  const history = new Map<string, Day[]>();
  for (const { key, day, count } of rows) {
    const days = history.get(key) ?? [];
    days.push({ day, count });
    history.set(key, days);
  }
  return history;
}

/** How many of what is no person happened between two days, both included. */
export function countBetween(days: readonly Day[], from: string, to: string): number {
  return days.reduce((sum, { day, count }) => (from <= day && day <= to ? sum + count : sum), 0);
}

/**
 * The sum of what each region publishes, or null when none publishes anything. A total counted on its own could
 * be compared with the regions to compute a withheld one back.
 */
export function sumOverRegions(publish: (regionCode: string) => number | null): number | null {
  const published = REGION_CODES.map(publish).filter((count) => count !== null);
  return published.length === 0 ? null : published.reduce((sum, count) => sum + count, 0);
}

/** The regions that were ever covered by a day, in order. */
export function regionsCoveredBy(coverages: readonly Coverage[], day: string): string[] {
  const covered = coverages.filter(({ coversFrom }) => coversFrom <= day);
  return [...new Set(covered.map(({ regionCode }) => regionCode))].sort();
}

/** How many partners cover a region, and how many regions are covered, on a day. */
export function coverageCounts(
  coverages: readonly Coverage[],
  day: string,
): { partners: number; regions: number } {
  const holding = holdingOn(coverages, day);
  return {
    partners: new Set(holding.map(({ partnerCode }) => partnerCode)).size,
    regions: new Set(holding.map(({ regionCode }) => regionCode)).size,
  };
}
