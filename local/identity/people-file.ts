/** A plain CSV of people, read whatever its encoding, its separator and its columns. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { StartupError } from "../../platform/environment.ts";
import type { DeclaredPerson } from "../../subgraphs/registry/domain/identity/index.ts";
import { rowsOf, sizeOf } from "../registrations/table-file.ts";
import { dateReader } from "./dates-of-file.ts";
import type { Mapping } from "./headings.ts";

/** What a column can hold; anything else keeps the name that the mapping gives it, and is compared as a text. */
const PARTS: Readonly<Record<string, keyof DeclaredPerson>> = {
  given: "givenNames",
  family: "familyNames",
  full: "fullName",
  birth: "birthDate",
  email: "email",
  phone: "phone",
  postal: "postalCode",
  city: "city",
  country: "country",
  id: "identifier",
};

/** Several columns make one address, in this order. */
const STREET_PARTS = ["number", "street", "street2"];

/** Several columns make one date, in this order. */
const BIRTH_PARTS = ["year", "month", "day"];

/** Of these, several columns are read one after the other; of anything else, the first that is not empty counts. */
const JOINED = ["givenNames", "familyNames", "fullName"];

/** Ages of one file are counted from one year: which, makes no difference among them. */
const YEAR_OF_AGES = 2020;

/** One row by the headings. */
type Table = Readonly<Record<string, string>>;

export interface Row {
  columns: Readonly<Record<string, string>>;
  declared: DeclaredPerson;
}

/** The people of a file. A row shorter than its heading lacks what stands at the end. */
export async function readPeople(
  file: string,
  mapping: Mapping,
  needed: readonly string[] = [],
): Promise<Row[]> {
  return peopleOf(file, await readTable(file), mapping, needed);
}

/** The people of a table already read from this file; refuses a mapping to columns that are not there. */
export function peopleOf(
  file: string,
  rows: readonly Table[],
  mapping: Mapping,
  needed: readonly string[] = [],
): Row[] {
  const known = Object.keys(rows[0] ?? {});
  for (const column of [...mapping.map(([, name]) => name), ...needed])
    if (!known.includes(column))
      throw new StartupError(`${file} has no column "${column}": it has ${known.join(", ") || "no rows"}.`);
  const readers = new Map(
    mapping
      .filter(([part]) => part === "birth")
      .map(([, column]) => [column, dateReader(rows.map((row) => row[column] ?? null))]),
  );
  return rows.map((columns) => ({ columns, declared: declaredOf(columns, mapping, readers) }));
}

/** The rows of a CSV or XLSX file by its headings. @throws {StartupError} when it cannot be read, or has no rows */
export async function readTable(file: string): Promise<Table[]> {
  const rows = /\.xlsx$/i.test(file) ? await readSheet(file) : readCsv(file);
  if (rows.length === 0)
    throw new StartupError(`${file} has no rows: a heading and people below it are needed.`);
  return rows;
}

async function readSheet(file: string): Promise<Table[]> {
  sizeOf(file);
  const lines: string[][] = [];
  for await (const part of rowsOf(file, () => undefined))
    lines.push(...part.map(({ values }) => [...values]));
  const [headings = [], ...rows] = lines;
  return rows.map((values) =>
    Object.fromEntries(headings.map((heading, place) => [heading.trim(), values[place] ?? ""])),
  );
}

function readCsv(file: string): Table[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new StartupError(`${file} cannot be read: name a CSV or XLSX file that is there.`);
  }
  const text = decoded(bytes);
  try {
    return parse(text, {
      columns: (headings: string[]) => headings.map((heading) => heading.trim()),
      delimiter: separatorOf(text),
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    throw new StartupError(
      `${file} is not a CSV that can be read: ${error instanceof Error ? error.message : "?"}.`,
    );
  }
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, "utf-16le");
  const text = bytes.toString("utf8");
  // Windows-1252 read as UTF-8 leaves replacement characters behind.
  return text.includes("\ufffd") ? iconv.decode(bytes, "windows-1252") : text;
}

function separatorOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  const counted = [",", ";", "\t", "|"].map((separator) => ({
    separator,
    times: heading.split(separator).length,
  }));
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).separator;
}

function declaredOf(
  columns: Table,
  mapping: Mapping,
  readers: ReadonlyMap<string, (value: string) => string>,
): DeclaredPerson {
  const declared: Record<string, string | null> = {};
  const others: Record<string, string | null> = {};
  const pieces = new Map<string, string>();
  for (const [part, column] of mapping) {
    const text = valueOf(columns[column]);
    const value = text === null ? null : (readers.get(column)?.(text) ?? text);
    const known = PARTS[part];
    if (STREET_PARTS.includes(part) || BIRTH_PARTS.includes(part) || part === "age") {
      if (value !== null) pieces.set(part, value);
    } else if (known === undefined) others[part] ??= value;
    else if (JOINED.includes(known))
      declared[known] = [declared[known], value].filter(Boolean).join(" ") || null;
    else declared[known] ??= value;
  }
  const joined = (parts: readonly string[], by: string) =>
    parts.flatMap((part) => pieces.get(part) ?? []).join(by) || null;
  const birthDate =
    declared["birthDate"] ?? (pieces.has("year") ? joined(BIRTH_PARTS, "-") : yearOfAge(pieces.get("age")));
  return { ...declared, birthDate, address: joined(STREET_PARTS, " "), others };
}

function yearOfAge(age: string | undefined): string | null {
  return age !== undefined && /^\d{1,3}(\.\d+)?$/.test(age)
    ? String(YEAR_OF_AGES - Math.floor(Number(age)))
    : null;
}

/** Some files write that there is nothing. */
function valueOf(text: string | undefined): string | null {
  return text === undefined || /^(|null|none|nan|nat|na|n\/a|unknown|-+|\?|\.|\\n)$/i.test(text)
    ? null
    : text;
}
