/** The SQL statements behind a request, counted where they arrive: in PostgreSQL's own log. */
import { readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { PARTNERS, perPartner, type Partner, type PerPartner } from "../../local/start/partners.ts";
import type { Hub } from "./hub.ts";

/** The statements of one database. */
export interface Statements {
  /** Those about a table. */
  tables: number;
  /** Begin, commit, settings of a transaction. */
  control: number;
}

/** The text of statements, by database; never their values. */
const LOG_SETTINGS = [
  ["log_line_prefix", "bench|%d|"],
  ["log_parameter_max_length", "0"],
  ["log_statement", "all"],
] as const;
const CONTROL =
  /^\s*(start transaction|begin|commit|rollback|savepoint|release|set\b|select set_config|select 1\b)/i;

/** Counts the statements that reach each subgraph's database while its argument runs. */
export type CountStatements = (work: () => Promise<unknown>) => Promise<PerPartner<Statements>>;

/** Runs `all` with PostgreSQL writing down every statement, which takes time: nothing is timed meanwhile. */
export async function withStatementLog<Result>(
  { admin, postgresLog }: Pick<Hub, "admin" | "postgresLog">,
  all: (count: CountStatements) => Promise<Result>,
): Promise<Result> {
  const reload = async () => {
    await admin.query("select pg_reload_conf()");
    // Every backend takes the settings up by itself, before its next statement.
    await sleep(300);
  };
  for (const [name, value] of LOG_SETTINGS) await admin.query(`alter system set ${name} = '${value}'`);
  await reload();
  try {
    return await all(async (work) => {
      const from = statSync(postgresLog).size;
      await work();
      await sleep(100);
      return parseLog(readFileSync(postgresLog).subarray(from).toString("utf8"));
    });
  } finally {
    for (const [name] of LOG_SETTINGS) await admin.query(`alter system reset ${name}`);
    await reload();
  }
}

/** The statements in a log whose lines begin with the mark and the name of the database. */
export function parseLog(text: string): PerPartner<Statements> {
  const counts = perPartner((): Statements => ({ tables: 0, control: 0 }));
  const line = /^bench\|(\w+)\|LOG: {2}(?:statement|execute [^:]*): (.*)$/gm;
  for (const [, database = "", statement = ""] of text.matchAll(line)) {
    const partner = PARTNERS.find((name): name is Partner => name === database);
    if (partner) counts[partner][CONTROL.test(statement) ? "control" : "tables"] += 1;
  }
  return counts;
}
