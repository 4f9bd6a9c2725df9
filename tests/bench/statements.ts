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

const MARK = "bench|";
const CONTROL =
  /^\s*(start transaction|begin|commit|rollback|savepoint|release|set\b|select set_config|select 1\b)/i;

/** Counts the statements that reach each subgraph's database while `work` runs. Nothing is timed meanwhile. */
export async function countStatements(
  { admin, postgresLog }: Pick<Hub, "admin" | "postgresLog">,
  work: () => Promise<unknown>,
): Promise<PerPartner<Statements>> {
  const set = async (value: string | undefined) => {
    for (const [name, on] of [
      ["log_line_prefix", `${MARK}%d|`],
      ["log_parameter_max_length", "0"],
      ["log_statement", "all"],
    ])
      await admin.query(
        value === undefined ? `alter system reset ${name}` : `alter system set ${name} = '${on}'`,
      );
    await admin.query("select pg_reload_conf()");
    // Every backend takes the setting up by itself, before its next statement.
    await sleep(300);
  };
  await set("on");
  const from = statSync(postgresLog).size;
  try {
    await work();
    await sleep(200);
  } finally {
    await set(undefined);
  }
  return parseLog(readFileSync(postgresLog).subarray(from).toString("utf8"));
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
