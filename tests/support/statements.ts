/** SQL statements, counted: figures that hold on any machine, where milliseconds do not. */
import { SQL_CHANNEL } from "../../platform/database.ts";

/** The SQL statements that this process sends while `work` runs. */
export async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const listen = (statement: unknown) => seen.push(String(statement));
  SQL_CHANNEL.subscribe(listen);
  try {
    await work();
  } finally {
    SQL_CHANNEL.unsubscribe(listen);
  }
  return seen.filter(
    (statement) => !/^(start transaction|commit|rollback|select set_config)/i.test(statement),
  );
}

/** Transaction control, and settings that begin with a transaction. */
const TOUCHES_NO_TABLE = /^\s*(start transaction|begin|commit|rollback|set|select set_config|select 1\b)/i;

/** How many of the statements are about each table: the one outside of all brackets, or that of a page of each parent. */
export function statementsPerTable(list: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const statement of list) {
    if (TOUCHES_NO_TABLE.test(statement)) continue;
    const table = tableIn(withoutBrackets(statement)) ?? tableIn(statement) ?? statement;
    counts[table] = (counts[table] ?? 0) + 1;
  }
  return counts;
}

/** How often each statement that touches a table was sent, by its text. */
export function tally(list: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const statement of list.filter((each) => !TOUCHES_NO_TABLE.test(each))) {
    counts[statement] = (counts[statement] ?? 0) + 1;
  }
  return counts;
}

function tableIn(statement: string): string | undefined {
  return /\b(?:from|into|update)\s+(?!unnest\b)"?([a-z_]+)/i.exec(statement)?.[1];
}

function withoutBrackets(statement: string): string {
  const inner = statement.replace(/\([^()]*\)/g, " ");
  return inner === statement ? inner : withoutBrackets(inner);
}
