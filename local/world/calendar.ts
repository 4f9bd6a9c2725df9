/** The world's days: counted from 1970-01-01, so that they can be added to, and written as people write them. */

/** A day, counted from 1970-01-01. */
export type Day = number;

const DAY = 86_400_000;
const written = new Map<Day, string>();

/** The day that is written so, such as `2026-11-20`. */
export function day(text: string): Day {
  return Date.parse(`${text}T00:00:00Z`) / DAY;
}

/** The day as PostgreSQL reads it. */
export function iso(at: Day): string {
  let text = written.get(at);
  if (text === undefined) {
    text = new Date(at * DAY).toISOString().slice(0, 10);
    written.set(at, text);
  }
  return text;
}

export function isoOrNull(at: Day | null): string | null {
  return at === null ? null : iso(at);
}

/** Where time stands still: the world's own today, a Friday. */
export const TODAY = day("2026-11-20");

/** Since when the organisations work through the hub; what is older was brought over. */
export const HUB_OPENED = day("2026-09-21");

/**
 * A moment of a day in office hours. From 14 h to 21 h in universal time it is the same day in Québec, in winter and
 * in summer.
 * @param minutes after 14 h, below 420
 */
export function moment(at: Day, minutes = 0): Date {
  return new Date(at * DAY + 14 * 3_600_000 + minutes * 60_000);
}

/** The day of the week, from 1 for Monday to 7. */
export function weekday(at: Day): number {
  return ((at + 3) % 7) + 1;
}

/** The first day from `at` on that falls on that day of the week. */
export function nextWeekday(at: Day, wanted: number): Day {
  return at + ((wanted - weekday(at) + 7) % 7);
}

/** The first of these days, which are in order, that is not before `at`; undefined when there is none. */
export function firstFrom(days: readonly Day[], at: Day): Day | undefined {
  return days.find((each) => each >= at);
}

/** The first day of a day's month, as `2026-11-01`. */
export function monthOf(at: Day): string {
  return `${iso(at).slice(0, 7)}-01`;
}
