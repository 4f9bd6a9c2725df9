/** In which order a file writes its dates: what one value leaves open, its column says. */

const PARTED = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?=$|[T ])/;
/** Two digits of a year up to here are of this century. */
const THIS_CENTURY = 29;

/** A reader of the dates of this column: what it can put in the order year, month, day it does; the rest it leaves. */
export function dateReader(values: readonly (string | null)[]): (value: string) => string {
  const parted = values.map((value) => PARTED.exec(value ?? "")).filter((found) => found !== null);
  const [firstOver, secondOver] = [1, 2].map(
    (place) => parted.filter((found) => Number(found[place]) > 12).length,
  );
  const monthFirst = (secondOver ?? 0) > (firstOver ?? 0);
  const eight = values.filter((value) => /^\d{8}$/.test(value ?? ""));
  const order = best(eight.map((value) => value ?? ""));
  return (value) => {
    const found = PARTED.exec(value);
    if (found) {
      const [, first = "", second = "", year = ""] = found;
      // An order that makes no month is a slip of whoever wrote it.
      const swapped = monthFirst ? Number(first) > 12 : Number(second) > 12;
      const [month, day] = monthFirst === swapped ? [second, first] : [first, second];
      return `${century(year)}-${month}-${day}`;
    }
    return /^\d{8}$/.test(value) ? ORDERS[order](value) : value;
  };
}

const ORDERS = {
  year: (text: string) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`,
  day: (text: string) => `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`,
  month: (text: string) => `${text.slice(4)}-${text.slice(0, 2)}-${text.slice(2, 4)}`,
};

/** The order in which most of these are days that exist; the year first where it makes no difference. */
function best(values: readonly string[]): keyof typeof ORDERS {
  const right = (order: keyof typeof ORDERS) =>
    values.filter((value) =>
      /^(1[5-9]|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(ORDERS[order](value)),
    ).length;
  const [year, day, month] = [right("year"), right("day"), right("month")];
  if (year >= Math.max(day, month)) return "year";
  return day >= month ? "day" : "month";
}

function century(year: string): string {
  if (year.length === 4) return year;
  return Number(year) <= THIS_CENTURY ? `20${year}` : `19${year}`;
}
