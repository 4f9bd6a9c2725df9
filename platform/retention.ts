/**
 * Retention: what is kept for how long, and what then becomes of it. Each subgraph states its schedule as data; the
 * command `retire` carries it out, and leaves a trail of which rule ran on which day and how many rows it met.
 */
import type { DataSource, EntityManager } from "typeorm";
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
   * goes. The last statement is the one whose rows are counted; none may meet again what it met before.
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

/**
 * Carries out a schedule, each rule in a transaction of its own with its line of the trail; a dry run undoes all it
 * did and leaves no trail.
 */
export async function retire(
  database: DataSource,
  schedule: readonly RetentionRule[],
  now: Date,
  dryRun = false,
): Promise<Retired[]> {
  const done: Retired[] = [];
  for (const rule of schedule) {
    const keptFrom = daysBefore(yearsBefore(dayInQuebec(now), rule.years), rule.days ?? 0);
    await database
      .transaction(async (manager) => {
        const rows = await carryOut(manager, rule, keptFrom);
        done.push({ rule: rule.name, keptFrom, rows });
        if (dryRun) throw new DryRun();
        await manager.query(
          "insert into retention_run (rule, ran_on, rows, ran_at) values ($1, $2, $3, $4)",
          [rule.name, dayInQuebec(now), rows, now],
        );
      })
      .catch((error: unknown) => {
        if (!(error instanceof DryRun)) throw error;
      });
  }
  return done;
}

/** The number of rows that the rule's last statement met. */
async function carryOut(
  manager: EntityManager,
  { statements }: RetentionRule,
  keptFrom: string,
): Promise<number> {
  let rows = 0;
  for (const statement of statements) {
    const [, met] = (await manager.query(statement, [keptFrom])) as [unknown, number];
    rows = met;
  }
  return rows;
}

/** The same day some years before; the 29th of February becomes the 28th. */
export function yearsBefore(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, "0");
  return `${year}${day.slice(4)}`.replace(/-02-29$/, "-02-28");
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
