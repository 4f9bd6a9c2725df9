/** A database of several tenants as raw SQL meets it: what its service's role sees and changes without any condition. */
import { openScope } from "../../platform/scope.ts";
import type { TestSubgraph } from "./subgraph.ts";

export type Row = Record<string, unknown>;

/** The service's own connection, in the scope of one request of `tenant` that holds grants for these registrations. */
export function asTenant(hub: TestSubgraph, tenant: string | null, ...registrationIds: string[]) {
  const { manager, admit } = openScope(hub.database, tenant);
  admit(registrationIds);
  return {
    /** What a statement without any condition reads. */
    read: (sql: string, values: unknown[] = []) => manager.query<Row[]>(sql, values),
    /** How many rows a statement changes. */
    change: (sql: string, values: unknown[] = []) =>
      manager.transaction(async (transaction) => {
        const [, changed] = await transaction.query<[Row[], number]>(sql, values);
        return changed;
      }),
  };
}

/** The tables, but for those of the operator (migrations, the trail of retention), and whether PostgreSQL guards their rows. */
export async function tablesOf(hub: TestSubgraph): Promise<{ name: string; guarded: boolean }[]> {
  return hub.owner.query(
    `select relname as name, relrowsecurity as guarded from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('migrations', 'retention_rule', 'retention_run')
     order by relname`,
  );
}
