/** Marks in people's own words: every free text of a row says which row it is of, so that it is known wherever it comes out. */
import type pg from "pg";
import { PARTNERS, type PerPartner } from "../../local/start/partners.ts";

/** Writes into each free text of each row the row's id. Columns that hold codes, or that a rule guards, stay as they are. */
export async function markTexts(databases: PerPartner<pg.Pool>): Promise<number> {
  const marked = await Promise.all(PARTNERS.map((partner) => markDatabase(databases[partner])));
  return marked.reduce((sum, count) => sum + count, 0);
}

async function markDatabase(database: pg.Pool): Promise<number> {
  let marked = 0;
  const client = await database.connect();
  try {
    const { rows } = await client.query<{ table: string; column: string }>(COLUMNS);
    await client.query("begin");
    // No trigger has a say in this, and no reference is touched.
    await client.query("set local session_replication_role = replica");
    for (const { table, column } of rows) {
      if (!(await isFreeText(client, table, column))) continue;
      await client.query("savepoint mark");
      try {
        const { rowCount } = await client.query(
          `update "${table}" set "${column}" = left("${column}", 40) || ' ' || id where "${column}" is not null`,
        );
        marked += rowCount ?? 0;
      } catch {
        await client.query("rollback to savepoint mark");
      }
    }
    await client.query("commit");
  } finally {
    client.release();
  }
  return marked;
}

/** People's words have small letters and spaces; codes do not. */
async function isFreeText(client: pg.PoolClient, table: string, column: string): Promise<boolean> {
  const { rows } = await client.query<{ words: boolean }>(
    `select bool_or("${column}" ~ '[a-zà-ü]') and not bool_or("${column}" ~ '^[A-Z_]+$|^[a-z-]+-\\d$|@') as words
     from (select "${column}" from "${table}" where "${column}" is not null limit 500) as sample`,
  );
  return rows[0]?.words ?? false;
}

const COLUMNS = /* sql */ `
  select relation.relname as table, attname as column
  from pg_class relation
  join pg_namespace on pg_namespace.oid = relnamespace
  join pg_attribute attribute on attrelid = relation.oid and attnum > 0 and not attisdropped
  where relkind = 'r' and nspname = 'public' and atttypid = 'text'::regtype and attgenerated = ''
    and relname not in ('migrations', 'change', 'organisation', 'region', 'disclosure', 'consent', 'candidate_account',
      'emergency_access', 'professional')
    and attname not in ('tenant', 'subject', 'organisation_code', 'sector', 'occupation')
    and exists (select from pg_attribute where attrelid = relation.oid and attname = 'id')
    and not exists (select from pg_constraint where contype in ('f', 'u', 'p') and (conrelid = relation.oid and attnum = any(conkey)
      or confrelid = relation.oid and attnum = any(confkey)))
  order by 1, 2`;
