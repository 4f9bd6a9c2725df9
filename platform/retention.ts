/**
 * Retention: what is kept for how long, and what then becomes of it. Each subgraph states its schedule as data. The
 * process that serves carries it out each day (daily-retention.ts), and the command `retire` when it is asked to; both
 * leave a trail of which rule ran on which day and how many rows it met.
 */
import type { DataSource } from "typeorm";
import { dayInQuebec } from "./action.ts";

export interface RetentionRule {
  /** Its name in the trail, kebab-case. */
  name: string;
  /** What it is about, for what purpose it was kept, and from which event its time runs: for people. */
  what: string;
  purpose: string;
  from: string;
  /** For how long it is kept. */
  years: number;
  /** So many days beside the years; 0 unless told. */
  days?: number;
  then: "DESTROY" | "ANONYMISE";
  /**
   * SQL carried out in this order in one transaction. `$1` is the first day that is kept: what its event lies before
   * goes; `current_setting('continuum.retention_day')` is the present day. The last statement is the one whose rows are counted; none may meet again what it met before.
   */
  statements: readonly string[];
}

/** The rule for the trace of changes, the same in every subgraph: what was asked under which reference, and by whom. */
export const CHANGES_RULE: RetentionRule = {
  name: "changes",
  what: "The trace of changes: who changed what, under which reference",
  purpose: "To recognise a change asked for twice, and to answer who changed what",
  from: "the change",
  years: 3,
  then: "DESTROY",
  statements: ["delete from change where made_at < $1::date"],
};

/** What stands in the place of a text that was taken away and may not be empty. */
export const TAKEN_AWAY = "'[…]'";

/** What one rule did, or would do. */
export interface Retired {
  rule: string;
  /** The first day that is kept, as `2023-03-09`. */
  keptFrom: string;
  rows: number;
}

class DryRun extends Error {}

export interface RetireOptions {
  /** Undoes all it did and leaves no trail. */
  dryRun?: boolean;
  /** Leaves out the rules that were carried out on the day of `now` already. */
  onceADay?: boolean;
}

/**
 * Carries out a schedule, each rule in a transaction of its own with its line of the trail; gives what each rule did.
 * The service's role is held to the database's own clock (retention-schedule.ts); the owner's may give any day.
 */
export async function retire(
  database: DataSource,
  schedule: readonly RetentionRule[],
  now: Date,
  { dryRun = false, onceADay = false }: RetireOptions = {},
): Promise<Retired[]> {
  const done: Retired[] = [];
  const today = dayInQuebec(now);
  for (const { name, years, days = 0 } of schedule) {
    const keptFrom = daysBefore(yearsBefore(today, years), days);
    await database
      .transaction(async (manager) => {
        const [carried]: { rows: number | null }[] = await manager.query(
          "select carry_out_retention($1, $2, $3, $4, $5) as rows",
          [name, keptFrom, today, now, onceADay],
        );
        const rows = carried?.rows ?? null;
        if (rows !== null) done.push({ rule: name, keptFrom, rows });
        if (dryRun) throw new DryRun();
      })
      .catch((error: unknown) => {
        if (!(error instanceof DryRun)) throw error;
      });
  }
  return done;
}

/** The same day some years before; the 29th of February becomes the 28th. */
function yearsBefore(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, "0");
  return `${year}${day.slice(4)}`.replace(/-02-29$/, "-02-28");
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
