/** Imports a spreadsheet of registrations: reads, checks, writes part by part, compares, and says what was wrong line by line. */
import { basename } from "node:path";
import type { DataSource } from "typeorm";
import { v7 as uuid } from "uuid";
import { dayInQuebec } from "../../platform/action.ts";
import { StartupError } from "../../platform/environment.ts";
import { compareWaiting } from "../../subgraphs/registry/actions/compare-waiting.ts";
import { enterArrivals, NONE_ENTERED } from "../../subgraphs/registry/actions/enter-arrivals.ts";
import { enterLeftBehind } from "../../subgraphs/registry/actions/enter-left-behind.ts";
import { aloneOn } from "../../subgraphs/registry/store/arrivals.ts";
import type { Problem } from "./check-row.ts";
import { fieldsOf, headingsOf, type Field } from "./columns.ts";
import { foresee, land } from "./land.ts";
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
  /** Told how many rows were compared with the others, how many have landed so far, and whether all have. */
  comparing?: (compared: number, landed: number, isLanded: boolean) => void;
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
  /** Until every row was kept in the registry, and until every one was compared and a registration. */
  seconds: { landed: number; compared: number };
}

/**
 * Rows land part by part, and are entered while the next land. An import that was killed goes on where it was when it is
 * run again, or by the registry itself.
 */
export async function importFile(registry: DataSource, options: ImportOptions): Promise<Imported> {
  const began = performance.now();
  const seconds = () => Math.round(performance.now() - began) / 1000;
  const importId = uuid();
  const { dryRun, refuseAll } = options;
  if (dryRun || refuseAll) {
    const foreseen = await readThrough(registry, options, { importId, write: false });
    const isRefused = refuseAll && !dryRun && foreseen.bad > 0;
    const taken = { landed: seconds(), compared: seconds() };
    if (isRefused) return { ...foreseen, imported: 0, corrected: 0, refused: true, seconds: taken };
    if (dryRun) return { ...foreseen, seconds: taken };
  }
  const imported = await aloneOn(registry, importId, () =>
    landAndEnter(registry, options, importId, seconds),
  );
  if (imported === null) throw new Error("somebody else is at this import");
  return imported;
}

async function landAndEnter(
  registry: DataSource,
  options: ImportOptions,
  importId: string,
  seconds: () => number,
): Promise<Imported> {
  const { organisation, comparing, batch } = options;
  const [failed, state] = [new AbortController(), { landed: null as number | null, kept: 0, compared: 0 }];
  const told = () => comparing?.(state.compared, state.kept, state.landed !== null);
  const landing = readThrough(registry, options, {
    importId,
    write: true,
    kept(rows) {
      state.kept += rows;
      told();
    },
  }).then(
    (total) => {
      state.landed = seconds();
      told();
      return total;
    },
    (error: unknown) => {
      failed.abort();
      throw error;
    },
  );
  const entering = (async () => {
    // Those of an import that was killed came before.
    const left = await enterLeftBehind(registry, { organisation, signal: failed.signal });
    const entered = await enterArrivals(registry, {
      importId,
      organisation,
      ...(batch === undefined ? {} : { batch }),
      landing: () => state.landed === null,
      signal: failed.signal,
      progress(rows) {
        state.compared += rows;
        told();
      },
    });
    return { ...entered, linked: entered.linked + left.linked, possible: entered.possible + left.possible };
  })();
  const [total, entered] = await Promise.allSettled([landing, entering]);
  if (total.status === "rejected") throw total.reason;
  if (entered.status === "rejected") throw entered.reason;
  await compareWaiting(registry, { organisation, now: () => new Date() });
  return {
    ...total.value,
    ...entered.value,
    rows: total.value.rows,
    seconds: { landed: state.landed ?? 0, compared: seconds() },
  };
}

interface Reading {
  importId: string;
  /** False: only counts. */
  write: boolean;
  /** Told how many rows were kept. */
  kept?: (rows: number) => void;
}

async function readThrough(
  registry: DataSource,
  options: ImportOptions,
  { importId, write, kept }: Reading,
): Promise<Omit<Imported, "seconds">> {
  const { organisation, file, complain, batch: size = 2000, monthFirst = false } = options;
  const name = basename(file);
  const today = dayInQuebec(new Date());
  const total = { ...NONE_ENTERED, bad: 0, refused: false };
  const seen = new SeenReferences();
  let sheet: Sheet | null = null;
  let rows: ArrivingRow[] = [];

  async function settle(prepared: Prepared): Promise<void> {
    total.bad += prepared.bad.length;
    for (const { line, problems } of prepared.bad)
      complain(`${name}:${line}: ${problems.map((each) => inWords(each, sheet)).join("; ")}`);
    if (prepared.good === 0) return;
    if (write) {
      await registry.transaction((manager) => land(manager, prepared));
      kept?.(prepared.good);
      return;
    }
    const foreseen = await registry.transaction((manager) => foresee(manager, importId, prepared));
    for (const key of ["imported", "known", "corrected", "outdated"] as const) total[key] += foreseen[key];
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
          const preparation = { fields, today, monthFirst, importId, organisation };
          const preparer = startPreparer(preparation, options.threads ?? 0);
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
