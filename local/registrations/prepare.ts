/** From the rows of a spreadsheet to what COPY reads: values as they are meant, checked by the rules. */
import { EntryDoor } from "../../subgraphs/registry/domain/registration.ts";
import { field as copied } from "../world/copy-text.ts";
import { problemsIn, type Problem, type Said } from "./check-row.ts";
import { DECLARED } from "../../subgraphs/registry/store/declared.columns.ts";
import type { Field } from "./columns.ts";
import type { TableRow } from "./csv-reader.ts";
import { asMeant, type Reading } from "./values.ts";

/** What holds for the whole file. */
export interface Preparation extends Reading {
  /** The field of each column; null for one that is passed over. */
  fields: readonly (Field | null)[];
  /** Under which the rows land, and of which organisation. */
  importId: string;
  organisation: string;
  /** The day in Québec. */
  today: string;
}

/** A row, and the line before it that has the same reference, if one has. */
export interface ArrivingRow extends TableRow {
  sameAs: number | null;
}

export interface Prepared {
  /** The good rows, as COPY reads arrivals. */
  copy: string;
  good: number;
  bad: { line: number; problems: Problem[] }[];
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
    prepared.copy += `${cellsOf(line, said, preparation).join("\t")}\n`;
    prepared.good += 1;
  }
  return prepared;
}

/** In the order of `ARRIVAL`. */
function cellsOf(line: number, said: Said, { importId, organisation, today }: Preparation): string[] {
  const text = (value: string | undefined) => copied(value ?? null, "registration_arriving");
  return [
    importId,
    String(line),
    text(organisation),
    text(said.organisationReference),
    text(said.entryDoor ?? EntryDoor.WALK_IN),
    text(said.registeredOn ?? today),
    ...DECLARED.map((field) => text(said[field])),
  ];
}
