/** Days that staff give: what happened is not in the future, what is planned is not beyond two years. */

/** The year in which the alliance's organisations began to work together: nothing here is older. */
export const FIRST_DAY = "2018-01-01";

/** How far ahead something is planned, in months. */
const PLANNING_MONTHS = 24;

/** Whether something can have happened on a day. */
export function mayHaveHappened(day: string, today: string): boolean {
  return FIRST_DAY <= day && day <= today;
}

/** The last day for which something is planned. */
export function lastPlannableDay(today: string): string {
  return monthsAfter(today, PLANNING_MONTHS);
}

/** The same day some months later, or the last day of a shorter month: 31 August and 6 months is 28 or 29 February. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
