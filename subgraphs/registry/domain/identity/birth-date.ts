/** Dates of birth as people write them, whole or in part. */
import type { BirthDate } from "./person.ts";
import { plain } from "./names.ts";

const MONTHS = [
  /^(jan)/,
  /^(feb|fev)/,
  /^(mar)/,
  /^(apr|avr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|aou)/,
  /^(sep)/,
  /^(oct)/,
  /^(nov)/,
  /^(dec)/,
];

/**
 * The date in 1987-05-21, 1987-05, 1987, 19870521, 21/05/1987, 21 mai 1987 and the like; null when there is no year.
 * With slashes the day comes first unless it cannot.
 */
export function birthDate(text: string | null | undefined): BirthDate | null {
  // Some write a time of the day after it.
  const words = plain((text ?? "").replace(/[T ]\d{1,2}:\d{2}.*$/, "")).split(" ");
  const numbers = words
    .map((word) => (/^\d+$/.test(word) ? word : monthOf(word)))
    .filter((part) => part !== "");
  const [first = "", second = "", third = ""] = numbers;
  const eight = /^(\d\d)(\d\d)((?:1[5-9]|20)\d\d)$/.exec(first);
  // 27021978: no year begins with 27.
  if (eight && !/^(1[5-9]|20)/.test(first)) return dateOf(eight[3] ?? "", eight[2] ?? "", eight[1] ?? "");
  if (first.length === 8) return dateOf(first.slice(0, 4), first.slice(4, 6), first.slice(6));
  if (first.length === 6 && numbers.length === 1) return dateOf(first.slice(0, 4), first.slice(4), "");
  if (first.length === 4) return dateOf(first, second, third);
  if (third.length !== 4) return second.length === 4 ? dateOf(second, first, "") : null;
  // A month in letters says which is which.
  const monthFirst = !/^\d+$/.test(words[0] ?? "") || Number(second) > 12;
  return monthFirst ? dateOf(third, first, second) : dateOf(third, second, first);
}

function monthOf(word: string): string {
  const month = MONTHS.findIndex((pattern) => pattern.test(word));
  return month < 0 ? "" : String(month + 1);
}

function dateOf(yearText: string, monthText: string, dayText: string): BirthDate | null {
  const year = Number(yearText);
  if (!(year > 0)) return null;
  const month = Number(monthText) || null;
  const day = month === null ? null : Number(dayText) || null;
  const digits =
    yearText.padStart(4, "0") + String(month ?? 0).padStart(2, "0") + String(day ?? 0).padStart(2, "0");
  return { year, month, day, approximate: month === 1 && day === 1, digits };
}

export type BirthLevel =
  | "EXACT"
  | "SWAPPED"
  | "TYPO"
  | "YEAR_OFF"
  | "SAME_MONTH"
  | "SAME_YEAR_UNKNOWN_DAY"
  | "TWO_PARTS"
  | "SAME_YEAR"
  | "DIFFERENT";

/** How two dates agree; null when one of them is not known. */
export function compareBirth(a: BirthDate | null, b: BirthDate | null): BirthLevel | null {
  if (a === null || b === null) return null;
  const years = Math.abs(a.year - b.year);
  if (unknownDay(a) || unknownDay(b)) {
    if (years !== 0) return years === 1 && a.approximate !== b.approximate ? null : "DIFFERENT";
    const knownMonths = a.month !== null && b.month !== null && !a.approximate && !b.approximate;
    if (knownMonths) return a.month === b.month ? "SAME_MONTH" : "SAME_YEAR";
    return "SAME_YEAR_UNKNOWN_DAY";
  }
  if (a.digits === b.digits) return "EXACT";
  if (years === 0 && a.month === b.day && a.day === b.month) return "SWAPPED";
  const sameDay = a.month === b.month && a.day === b.day;
  if (sameDay && years <= 2) return "YEAR_OFF";
  if (oneSlip(a.digits, b.digits)) return "TYPO";
  const parts = Number(years === 0) + Number(a.month === b.month) + Number(a.day === b.day);
  if (parts === 2) return "TWO_PARTS";
  return years === 0 ? "SAME_YEAR" : "DIFFERENT";
}

/** Whole years between the two; null when one is not known. */
export function yearsApart(a: BirthDate | null, b: BirthDate | null): number | null {
  return a === null || b === null ? null : Math.abs(a.year - b.year);
}

function unknownDay({ day, approximate }: BirthDate): boolean {
  return day === null || approximate;
}

/** One digit is another, or two neighbours stand the wrong way round. */
function oneSlip(a: string, b: string): boolean {
  const wrong: number[] = [];
  for (let i = 0; i < 8; i++) if (a[i] !== b[i]) wrong.push(i);
  if (wrong.length === 1) return true;
  const [first = 0, second = 0] = wrong;
  return wrong.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
