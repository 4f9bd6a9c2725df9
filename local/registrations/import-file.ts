/** Imports a spreadsheet of registrations: reads, checks, writes part by part, compares, and says what was wrong line by line. */
import { basename } from "node:path";
import type { DataSource } from "typeorm";
import { dayInQuebec } from "../../platform/action.ts";
import { StartupError } from "../../platform/environment.ts";
import { compareWaiting } from "../../subgraphs/registry/actions/compare-waiting.ts";
import type { Problem } from "./check-row.ts";
import { fieldsOf, headingsOf, type Field } from "./columns.ts";
import { inTurn } from "./in-turn.ts";
import { land } from "./land.ts";
import type { ArrivingRow, Prepared } from "./prepare.ts";
import { startPreparer, type Preparer } from "./preparer.ts";
import { SeenReferences } from "./seen-references.ts";
import { rowsOf } from "./table-file.ts";

export interface ImportOptions {
  organisation: string;
  file: string;
  mapping: string | null;
  /** Writes nothing. */
  dryRun: boolean;
  /** Writes nothing when one row is bad. */
  refuseAll: boolean;
  /** Whether 04/05/1987 is the fifth of April. */
  monthFirst?: boolean;
  /** Told what is wrong with a row, in one line. */
  complain: (line: string) => void;
  /** Told, in one line, which columns are not read. */
  notice?: (line: string) => void;
  /** Told how many bytes were read. */
  progress: (bytes: number) => void;
  /** Told how many registrations were compared with the others, and of how many. */
  comparing?: (compared: number, of: number) => void;
  batch?: number;
  /** How many threads check rows beside this one. */
  threads?: number;
}

export interface Imported {
  rows: number;
  imported: number;
  /** Registered before, and as the file says. */
  known: number;
  /** Registered before, with other values: corrected. */
  corrected: number;
  /** Registered before, and corrected since to something else than the file says: left as they are. */
  outdated: number;
  bad: number;
  linked: number;
  possible: number;
  /** Whether nothing was written because rows are bad. */
  refused: boolean;
  /** Until all was written, and until all was compared. */
  seconds: { landed: number; compared: number };
}

/** Each part is written whole or not at all: an import that was killed goes on where it was when it is run again. */
export async function importFile(registry: DataSource, options: ImportOptions): Promise<Imported> {
  const began = performance.now();
  const seconds = () => Math.round(performance.now() - began) / 1000;
  const { dryRun, refuseAll } = options;
  let total = await readThrough(registry, options, !dryRun && !refuseAll);
  if (refuseAll && !dryRun) {
    if (total.bad > 0)
      return {
        ...total,
        imported: 0,
        corrected: 0,
        refused: true,
        seconds: { landed: seconds(), compared: seconds() },
      };
    total = await readThrough(registry, options, true);
  }
  const landed = seconds();
  if (dryRun) return { ...total, seconds: { landed, compared: landed } };
  const { linked, possible } = await compareAll(registry, options);
  return { ...total, linked, possible, seconds: { landed, compared: seconds() } };
}

/** From so many on, the database looks at its tables anew before it searches them. */
const MANY = 2_000;

/** Those who wait since an import that was killed too. */
async function compareAll(registry: DataSource, { organisation, comparing }: ImportOptions) {
  const [{ waiting }]: [{ waiting: number }] = await registry.query(
    "select count(*) as waiting from identity_waiting where organisation_code = $1",
    [organisation],
  );
  // So many rows are new to the planner of queries.
  if (waiting > MANY)
    await registry.query("analyze candidate, registration, milestone, stage_spell, identity_waiting");
  let compared = 0;
  return compareWaiting(registry, {
    organisation,
    now: () => new Date(),
    progress: (more) => comparing?.((compared += more), Math.max(compared, waiting)),
  });
}

async function readThrough(
  registry: DataSource,
  options: ImportOptions,
  write: boolean,
): Promise<Omit<Imported, "seconds">> {
  const { organisation, file, complain, batch: size = 2000, monthFirst = false } = options;
  const name = basename(file);
  const now = new Date();
  const today = dayInQuebec(now);
  const total = {
    rows: 0,
    imported: 0,
    known: 0,
    corrected: 0,
    outdated: 0,
    bad: 0,
    linked: 0,
    possible: 0,
    refused: false,
  };
  const seen = new SeenReferences();
  let sheet: Sheet | null = null;
  let rows: ArrivingRow[] = [];

  async function settle(prepared: Prepared): Promise<void> {
    total.bad += prepared.bad.length;
    for (const { line, problems } of prepared.bad)
      complain(`${name}:${line}: ${problems.map((each) => inWords(each, sheet)).join("; ")}`);
    const landed = await inTurn(registry, (manager) =>
      land(manager, prepared, { organisation, now, today, write }),
    );
    for (const key of ["imported", "known", "corrected", "outdated"] as const) total[key] += landed[key];
  }

  // What is prepared is written while the next is prepared and the one after it is read.
  const ahead: Promise<Prepared>[] = [];
  const settleFirst = async () => {
    const first = ahead.shift();
    if (first) await settle(await first);
  };
  try {
    for await (const part of rowsOf(file, options.progress)) {
      for (const row of part) {
        if (sheet === null) {
          const fields = fieldsOf(row.values, headingsOf(options.mapping), name);
          const preparer = startPreparer({ fields, today, monthFirst }, options.threads ?? 0);
          sheet = {
            headings: row.values,
            fields,
            preparer,
            reference: fields.indexOf("organisationReference"),
          };
          const unread = row.values.filter((heading, place) => heading !== "" && fields[place] === null);
          // Not again when the file is read for the second time.
          if (unread.length > 0 && !(write && options.refuseAll))
            options.notice?.(
              `${name}: these columns are not read: ${unread.map((each) => `"${each}"`).join(", ")}.`,
            );
          continue;
        }
        total.rows += 1;
        const reference = row.values[sheet.reference] ?? "";
        rows.push({ ...row, sameAs: reference === "" ? null : seen.firstLineOf(reference, row.line) });
        if (rows.length < size) continue;
        ahead.push(sheet.preparer.prepare(rows));
        rows = [];
        if (ahead.length > 2) await settleFirst();
      }
    }
    if (sheet === null) throw new StartupError(`${name} is empty: the first line names the columns.`);
    if (rows.length > 0) ahead.push(sheet.preparer.prepare(rows));
    while (ahead.length > 0) await settleFirst();
  } finally {
    await Promise.allSettled(ahead);
    await sheet?.preparer.stop();
  }
  return total;
}

interface Sheet {
  headings: readonly string[];
  fields: readonly (Field | null)[];
  preparer: Preparer;
  /** The column of the organisation's reference. */
  reference: number;
}

function inWords({ field, problem }: Problem, sheet: Sheet | null): string {
  const heading = field === null ? undefined : sheet?.headings[sheet.fields.indexOf(field)];
  return heading === undefined ? problem : `column "${heading}": ${problem}`;
}
