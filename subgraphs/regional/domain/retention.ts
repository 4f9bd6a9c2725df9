/** Retention: whether a household is still in the region 3, 6 and 12 months after it arrived. */
import { monthsAfter } from "./day.ts";

export enum RetentionOutcome {
  PENDING = "PENDING",
  STILL_THERE = "STILL_THERE",
  LEFT = "LEFT",
  UNREACHABLE = "UNREACHABLE",
}

/** What may follow each outcome: who could not be reached may be reached later. */
export const RETENTION_MOVES: Record<RetentionOutcome, readonly RetentionOutcome[]> = {
  PENDING: [RetentionOutcome.STILL_THERE, RetentionOutcome.LEFT, RetentionOutcome.UNREACHABLE],
  UNREACHABLE: [RetentionOutcome.STILL_THERE, RetentionOutcome.LEFT],
  STILL_THERE: [],
  LEFT: [],
};

/** The months after arrival at which a household is checked on. */
export const RETENTION_MONTHS = [3, 6, 12] as const;
export type RetentionMonths = (typeof RETENTION_MONTHS)[number];

export interface DueCheck {
  months: RetentionMonths;
  /** The first day on which it can be answered. */
  dueOn: string;
}

/** The checks of a household that arrived on a day. */
export function checksDue(arrivedOn: string): DueCheck[] {
  return RETENTION_MONTHS.map((months) => ({ months, dueOn: monthsAfter(arrivedOn, months) }));
}

/** Whether the last check found the household still there: retention is reached. */
export function retentionReached(checks: readonly { months: number; outcome: RetentionOutcome }[]): boolean {
  const last = Math.max(...RETENTION_MONTHS);
  return checks.some(({ months, outcome }) => months === last && outcome === RetentionOutcome.STILL_THERE);
}

/** Whether leaving is explained: who left did so for a reason, and only who left has one. */
export function departureIsExplained(outcome: RetentionOutcome, reason: string | null): boolean {
  return (outcome === RetentionOutcome.LEFT) === (reason !== null);
}
