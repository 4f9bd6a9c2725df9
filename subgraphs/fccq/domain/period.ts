/** Periods in days: a membership, a targeted region. */

export interface Period {
  since: string;
  /** The last day; null while it lasts. */
  until: string | null;
}

/** The period that holds on a day, or null. */
export function periodOn<P extends Period>(periods: readonly P[], day: string): P | null {
  return periods.find(({ since, until }) => since <= day && (until === null || day <= until)) ?? null;
}

/** Two days, both included. */
export interface Days {
  from: string;
  to: string;
}

/** A period as one value, to load by. */
export function periodKey({ from, to }: Days): string {
  return `${from}/${to}`;
}
