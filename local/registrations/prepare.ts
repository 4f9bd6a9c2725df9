/** From the rows of a spreadsheet to what COPY reads: values as they are meant, checked by the rules, with their keys. */
import { keyed, type Keyed } from "../../subgraphs/registry/domain/identity/index.ts";
import { field as copied } from "../world/copy-text.ts";
import { problemsIn, type Problem } from "./check-row.ts";
import { FIELDS, type Field } from "./columns.ts";
import type { TableRow } from "./csv-reader.ts";
import { asMeant, type Reading } from "./values.ts";

/** What holds for the whole file. */
export interface Preparation extends Reading {
  /** The field of each column; null for one that is passed over. */
  fields: readonly (Field | null)[];
  /** The day in Québec. */
  today: string;
}

/** A row, and the line before it that has the same reference, if one has. */
export interface ArrivingRow extends TableRow {
  sameAs: number | null;
}

export interface Prepared {
  /** The good rows, as COPY reads them into `ARRIVING`. */
  copy: string;
  good: number;
  bad: { line: number; problems: Problem[] }[];
}

/** What is kept beside a registration so that it can be found, whatever that is: by property, column and type. */
export const KEPT = Object.entries(keyed({ givenNames: "Ana" })).map(([name, value]) => ({
  property: name as keyof Keyed,
  column: snakeCase(name),
  type: Array.isArray(value) ? "text[]" : "text",
}));

/** The columns of `copy`, in its order, as the database names them. */
export const ARRIVING = ["line", ...FIELDS.map(snakeCase), ...KEPT.map(({ column }) => column)];

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export async function prepare(rows: readonly ArrivingRow[], preparation: Preparation): Promise<Prepared> {
  const prepared: Prepared = { copy: "", good: 0, bad: [] };
  for (const { line, values, problem, sameAs } of rows) {
    const said = asMeant(values, preparation.fields, preparation);
    const problems =
      problem === null ? await problemsIn(said, preparation.today) : [{ field: null, problem }];
    if (sameAs !== null && problems.length === 0)
      problems.push({ field: "organisationReference", problem: `line ${sameAs} has the same reference` });
    if (problems.length > 0) {
      prepared.bad.push({ line, problems });
      continue;
    }
    const kept = keyed(said);
    const cells = [
      line,
      ...FIELDS.map((field) => said[field] ?? null),
      ...KEPT.map(({ property }) => kept[property]),
    ];
    prepared.copy += `${cells.map((cell, place) => copied(cell, ARRIVING[place] ?? "")).join("\t")}\n`;
    prepared.good += 1;
  }
  return prepared;
}
