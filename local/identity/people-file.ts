/** A plain CSV of people, read whatever its encoding, its separator and its columns. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { StartupError } from "../../platform/environment.ts";
import type { DeclaredPerson } from "../../subgraphs/registry/domain/identity/index.ts";

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

/** Several columns make one address: number, street, second line. */
const STREET_PARTS = ["number", "street", "street2"];

export interface Row {
  columns: Readonly<Record<string, string>>;
  declared: DeclaredPerson;
}

/** `given=first_name,family=surname` as pairs; refuses what is not written so. */
export function mappingOf(text: string): [part: string, column: string][] {
  return text
    .split(",")
    .filter((piece) => piece.trim() !== "")
    .map((piece) => {
      const [part = "", column = ""] = piece.split("=", 2).map((side) => side.trim());
      if (part === "" || column === "")
        throw new StartupError(`Write --map as given=COLUMN,family=COLUMN: "${piece}" is not written so.`);
      return [part, column];
    });
}

/** The people of a file. A row shorter than its heading lacks what stands at the end. */
export function readPeople(
  file: string,
  mapping: readonly (readonly [string, string])[],
  needed: readonly string[] = [],
): Row[] {
  const rows = readTable(file);
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

function declaredOf(
  columns: Readonly<Record<string, string>>,
  mapping: readonly (readonly [string, string])[],
) {
  const declared: Record<string, string | null> = {};
  const others: Record<string, string | null> = {};
  const address: string[] = [];
  for (const [part, column] of mapping) {
    const value = valueOf(columns[column]);
    const known = PARTS[part];
    if (STREET_PARTS.includes(part)) address.push(value ?? "");
    // Several columns of one part (two given names) are read one after the other.
    else if (known !== undefined)
      declared[known] = [declared[known], value].filter(Boolean).join(" ") || null;
    else others[part] = value;
  }
  return { ...declared, address: address.join(" ").trim() || null, others } satisfies DeclaredPerson;
}

/** Some files write that there is nothing. */
function valueOf(text: string | undefined): string | null {
  return text === undefined || /^(|null|none|nan|na|n\/a|-|\\n)$/i.test(text) ? null : text;
}
