/** A plain CSV of people, read whatever its encoding, its separator and its columns. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { StartupError } from "../../platform/environment.ts";
import type { DeclaredPerson } from "../../subgraphs/registry/domain/identity/index.ts";
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

export interface Row {
  columns: Readonly<Record<string, string>>;
  declared: DeclaredPerson;
}

/** The people of a file. A row shorter than its heading lacks what stands at the end. */
export function readPeople(file: string, mapping: Mapping, needed: readonly string[] = []): Row[] {
  return peopleOf(file, readTable(file), mapping, needed);
}

/** The people of a table already read from this file; refuses a mapping to columns that are not there. */
export function peopleOf(
  file: string,
  rows: readonly Readonly<Record<string, string>>[],
  mapping: Mapping,
  needed: readonly string[] = [],
): Row[] {
  const known = Object.keys(rows[0] ?? {});
  for (const column of [...mapping.map(([, name]) => name), ...needed])
    if (!known.includes(column))
      throw new StartupError(`${file} has no column "${column}": it has ${known.join(", ") || "no rows"}.`);
  return rows.map((columns) => ({ columns, declared: declaredOf(columns, mapping) }));
}

/** The rows by the headings of the file. */
export function readTable(file: string): Record<string, string>[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new StartupError(`${file} cannot be read: name a CSV file that is there.`);
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

function declaredOf(columns: Readonly<Record<string, string>>, mapping: Mapping): DeclaredPerson {
  const declared: Record<string, string | null> = {};
  const others: Record<string, string | null> = {};
  const pieces = new Map<string, string>();
  for (const [part, column] of mapping) {
    const value = valueOf(columns[column]);
    const known = PARTS[part];
    if (STREET_PARTS.includes(part) || BIRTH_PARTS.includes(part)) {
      if (value !== null) pieces.set(part, value);
    }
    // Several columns of one part (two given names) are read one after the other.
    else if (known !== undefined)
      declared[known] = [declared[known], value].filter(Boolean).join(" ") || null;
    else others[part] = value;
  }
  const joined = (parts: readonly string[], by: string) =>
    parts.flatMap((part) => pieces.get(part) ?? []).join(by) || null;
  const birthDate = declared["birthDate"] ?? (pieces.has("year") ? joined(BIRTH_PARTS, "-") : null);
  return { ...declared, birthDate, address: joined(STREET_PARTS, " "), others };
}

/** Some files write that there is nothing. */
function valueOf(text: string | undefined): string | null {
  return text === undefined || /^(|null|none|nan|na|n\/a|-|\\n)$/i.test(text) ? null : text;
}
