/** An export as CSV (RFC 4180), for a spreadsheet: one line per value, or one line per row of a register. */

/** Tells spreadsheets that the text is UTF-8. */
const MARK = "\uFEFF";

/** What any value may be: an answer of the graph. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One line per value: its section, its place in the section, and itself. Values that are not there are left out. */
export function valuesAsCsv(file: { readonly [section: string]: Json }): string {
  const lines = Object.entries(file).flatMap(([section, value]) =>
    leaves(value, "").map(([place, leaf]) => [section, place, leaf]),
  );
  return csv([["section", "field", "value"], ...lines]);
}

/** One line per row, with the columns of the first; what is nested is named `organisation.name`. */
export function rowsAsCsv(rows: readonly Json[], columns: readonly string[]): string {
  const lines = rows.map((row) => {
    const values = new Map(leaves(row, ""));
    return columns.map((column) => values.get(column) ?? "");
  });
  return csv([[...columns], ...lines]);
}

/** The values of a tree with the place of each: `cases[1].region.name`, counted from 1 as people do. */
function leaves(value: Json, place: string): [string, string][] {
  if (value === null) return [];
  if (typeof value !== "object") return [[place, String(value)]];
  const parts: [string, Json][] = isList(value)
    ? value.map((each, index) => [`${place}[${index + 1}]`, each])
    : Object.entries(value).map(([key, each]) => [place ? `${place}.${key}` : key, each]);
  return parts.flatMap(([where, each]) => leaves(each, where));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function csv(lines: readonly (readonly string[])[]): string {
  return MARK + lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

/** A spreadsheet would run a text that begins like a formula: an apostrophe keeps it a text. A number stays one. */
function cell(text: string): string {
  const harmless = /^[=@\t\r]|^[+-](?![\d\s().-]*$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
