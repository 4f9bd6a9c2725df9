/** Imports a spreadsheet of registrations: reads, checks, writes in batches, and says what was wrong line by line. */
import { basename } from "node:path";
import type { DataSource } from "typeorm";
import { dayInQuebec } from "../../platform/action.ts";
import { StartupError } from "../../platform/environment.ts";
import { problemsIn, type Problem, type Said } from "./check-row.ts";
import { fieldsOf, headingsOf, type Field } from "./columns.ts";
import { rowsOf } from "./table-file.ts";
import { knownReferences, writeBatch } from "./write-batch.ts";

export interface ImportOptions {
  organisation: string;
  file: string;
  mapping: string | null;
  /** Writes nothing. */
  dryRun: boolean;
  /** Writes nothing when one row is bad. */
  refuseAll: boolean;
  /** Told what is wrong with a row, in one line. */
  complain: (line: string) => void;
  /** Told how many bytes were read. */
  progress: (bytes: number) => void;
  batch?: number;
}

export interface Imported {
  rows: number;
  imported: number;
  known: number;
  bad: number;
  linked: number;
  possible: number;
  /** Whether nothing was written because rows are bad. */
  refused: boolean;
}

/** Each batch is written whole or not at all: an import that was killed goes on where it was when it is run again. */
export async function importFile(registry: DataSource, options: ImportOptions): Promise<Imported> {
  if (!options.refuseAll) return readThrough(registry, options, !options.dryRun);
  const checked = await readThrough(registry, options, false);
  if (checked.bad > 0) return { ...checked, imported: 0, refused: true };
  return options.dryRun ? checked : readThrough(registry, options, true);
}

async function readThrough(registry: DataSource, options: ImportOptions, write: boolean): Promise<Imported> {
  const { organisation, file, complain, batch: size = 2000 } = options;
  const total: Imported = { rows: 0, imported: 0, known: 0, bad: 0, linked: 0, possible: 0, refused: false };
  const now = new Date();
  const today = dayInQuebec(now);
  const known = headingsOf(options.mapping);
  const seen = new Map<string, number>();
  let headings: string[] | null = null;
  let fields: (Field | null)[] = [];
  let batch: Said[] = [];
  const settle = async () => {
    const rows = batch;
    batch = [];
    if (rows.length === 0) return;
    if (!write) {
      const made = await knownReferences(registry.manager, organisation, rows);
      total.known += made.size;
      total.imported += rows.length - made.size;
      return;
    }
    const written = await registry.transaction((manager) =>
      writeBatch(manager, organisation, rows, { now, today }),
    );
    for (const key of ["imported", "known", "linked", "possible"] as const) total[key] += written[key];
  };
  for await (const { line, values, problem } of rowsOf(file, options.progress)) {
    if (headings === null) {
      headings = values;
      fields = fieldsOf(values, known, basename(file));
      continue;
    }
    total.rows += 1;
    const said = saidBy(values, fields);
    const problems: Problem[] = problem === null ? await problemsIn(said, today) : [{ field: null, problem }];
    const before = seen.get(said.organisationReference ?? "");
    if (before !== undefined && problems.length === 0)
      problems.push({ field: "organisationReference", problem: `line ${before} has the same reference` });
    if (problems.length > 0) {
      total.bad += 1;
      complain(
        `${basename(file)}:${line}: ${problems.map((each) => inWords(each, headings, fields)).join("; ")}`,
      );
      continue;
    }
    seen.set(said.organisationReference ?? "", line);
    batch.push(said);
    if (batch.length >= size) await settle();
  }
  if (headings === null)
    throw new StartupError(`${basename(file)} is empty: the first line names the columns.`);
  await settle();
  return total;
}

function saidBy(values: readonly string[], fields: readonly (Field | null)[]): Said {
  const said: Said = {};
  fields.forEach((field, index) => {
    const value = values[index];
    if (field !== null && value !== undefined && value !== "") said[field] = value;
  });
  if (said.country !== undefined) said.country = said.country.toUpperCase();
  return said;
}

function inWords(
  { field, problem }: Problem,
  headings: readonly string[] | null,
  fields: readonly (Field | null)[],
): string {
  const heading = field === null ? undefined : headings?.[fields.indexOf(field)];
  return heading === undefined ? problem : `column "${heading}": ${problem}`;
}
