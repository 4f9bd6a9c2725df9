/** Employers who come back: what says that the events are worth it to them. */

/** At how many events an employer was present when it has come back. */
export const TIMES_TO_RETURN = 2;

/** Whether an employer present at so many events that were held has come back. */
export function isReturning(eventsAttended: number): boolean {
  return eventsAttended >= TIMES_TO_RETURN;
}

/** The presence of an employer at an event, on a day as `2026-11-21`. */
export interface DatedPresence {
  day: string;
  employerId: string;
}

/**
 * The employers present between two days, both included, and among them those who had been present before:
 * whose presence in the period was not their first.
 */
export function employersOf(
  presences: readonly DatedPresence[],
  from: string,
  to: string,
): { present: number; returning: number } {
  const timesByEmployer = new Map<string, { within: number; total: number }>();
  for (const { day, employerId } of presences) {
    if (day > to) continue;
    const times = timesByEmployer.get(employerId) ?? { within: 0, total: 0 };
    timesByEmployer.set(employerId, { within: times.within + (day >= from ? 1 : 0), total: times.total + 1 });
  }
  const present = [...timesByEmployer.values()].filter(({ within }) => within > 0);
  return { present: present.length, returning: present.filter(({ total }) => isReturning(total)).length };
}
