/**
 * A database in files, and back: every table by COPY, as one transaction sees them all. The files hold rows and no
 * definitions: those are the migrations', and a backup is restored by the version of the hub that made it.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import { StartupError } from "./environment.ts";
import { quoted } from "./provision-database.ts";

/** What a folder of files says of one database. */
export const DATABASE_BACKUP = z.object({
  /** The migrations that made its tables, in their order. */
  migrations: z.array(z.string()),
  /** In the order in which they refer to each other. */
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), last: z.string() })),
});

export type DatabaseBackup = z.infer<typeof DATABASE_BACKUP>;
type TableBackup = DatabaseBackup["tables"][number];
type Table = Pick<TableBackup, "schema" | "name" | "columns">;

/** From here on `client`, which signed in as the owner, sees one moment of the database. */
export async function beginSnapshot(client: pg.Client): Promise<void> {
  await client.query("begin isolation level repeatable read read only");
  // The moment is that of the first statement.
  await client.query("select 1");
}

/** Writes the database that `client` sees into files in `folder`. */
export async function backUp(client: pg.Client, folder: string): Promise<DatabaseBackup> {
  await client.query("set local datestyle = 'ISO'; set local intervalstyle = 'postgres'");
  const tables: TableBackup[] = [];
  for (const table of await tablesOf(client)) {
    const from = client.query(copyTo(`copy ${copied(table)} to stdout`));
    const hash = hashing();
    await pipeline(from, hash.stream, createWriteStream(join(folder, fileOf(table)), { mode: 0o600 }));
    tables.push({ ...table, rows: from.rowCount, bytes: hash.bytes(), sha256: hash.digest() });
  }
  const sequences = await client.query<DatabaseBackup["sequences"][number]>(
    `select schemaname as schema, sequencename as name, last_value::text as last from pg_sequences
     where schemaname in (${SCHEMAS}) and last_value is not null order by 1, 2`,
  );
  return { migrations: await migrationsOf(client), tables, sequences: sequences.rows };
}

/** Whether the database has tables of the hub. */
export async function hasTables(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(
    `select exists (select from pg_class where relkind = 'r' and relnamespace::regnamespace::text in (${SCHEMAS})) as has`,
  );
  return rows[0]?.has ?? false;
}

/**
 * Puts what `folder` holds into the database of `client`, in place of everything that is there; the caller began the
 * transaction, and commits it. The tables must be those of the same migrations.
 * @throws {StartupError} when they are not, or a file is not as it was written
 */
export async function restore(client: pg.Client, folder: string, backup: DatabaseBackup): Promise<void> {
  const migrations = await migrationsOf(client);
  if (migrations.join() !== backup.migrations.join())
    throw new StartupError(
      `The backup in ${folder} was made with the migrations up to ${backup.migrations.at(-1)}, and this hub has those up to ${migrations.at(-1)}: restore it with the version that made it, and migrate afterwards.`,
    );
  await client.query("set local lock_timeout = '10s'; set local datestyle = 'ISO'");
  await client.query(`truncate ${(await tablesOf(client)).map(nameOf).join(", ")}`);
  const triggers = await client.query<{ name: string; table: string }>(TRIGGERS);
  const switchTriggers = async (state: "enable" | "disable") => {
    for (const { name, table } of triggers.rows)
      await client.query(`alter table ${table} ${state} trigger ${quoted(name)}`);
  };
  // What they did when the rows were written is in the backup too.
  await switchTriggers("disable");
  for (const table of backup.tables) await load(client, folder, table);
  await switchTriggers("enable");
  for (const { schema, name, last } of backup.sequences)
    await client.query("select setval($1::regclass, $2::bigint, true)", [
      `${quoted(schema)}.${quoted(name)}`,
      last,
    ]);
  // Whoever had taken a job is not there any more.
  await client.query(`update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null;
    update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null`);
}

async function load(client: pg.Client, folder: string, table: TableBackup): Promise<void> {
  const file = join(folder, fileOf(table));
  const into = client.query(copyFrom(`copy ${copied(table)} from stdin`));
  const hash = hashing();
  await pipeline(createReadStream(file), hash.stream, into);
  if (hash.digest() !== table.sha256 || into.rowCount !== table.rows)
    throw new StartupError(
      `The file ${file} is not as it was written: use another backup. Nothing was changed.`,
    );
}

/** What passes through `stream`, counted and hashed. */
function hashing() {
  const sha256 = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      sha256.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, bytes: () => bytes, digest: () => sha256.digest("hex") };
}

const nameOf = ({ schema, name }: Pick<Table, "schema" | "name">) => `${quoted(schema)}.${quoted(name)}`;
const copied = (table: Table) => `${nameOf(table)} (${table.columns.map(quoted).join(", ")})`;
const fileOf = ({ schema, name }: Pick<Table, "schema" | "name">) => `${schema}.${name}.copy`;

const SCHEMAS = "'public', 'graphile_worker'";

/** The tables but those that say which migrations were made: the ones that are referred to stand first. */
async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { needs: string[] }>(`
    select namespace.nspname as schema, relname as name,
      (select array_agg(attname::text order by attnum) from pg_attribute
       where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      coalesce((select array_agg(confrelid::regclass::text) from pg_constraint
       where conrelid = class.oid and contype = 'f' and confrelid <> conrelid), '{}') as needs
    from pg_class class join pg_namespace namespace on namespace.oid = relnamespace
    where relkind = 'r' and namespace.nspname in (${SCHEMAS}) and relname <> 'migrations' order by 1, 2`);
  const left = new Map(
    rows.map((row) => [row.schema === "public" ? row.name : `${row.schema}.${row.name}`, row]),
  );
  const ordered: Table[] = [];
  while (left.size > 0) {
    const next = [...left].filter(
      ([, { needs }]) => !needs.some((need) => left.has(need.replaceAll('"', ""))),
    );
    if (next.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...left.keys()].join(", ")}`);
    for (const [key, { schema, name, columns }] of next) {
      left.delete(key);
      ordered.push({ schema, name, columns });
    }
  }
  return ordered;
}

async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from migrations
     union all select 'jobs ' || max(id) from graphile_worker.migrations order by name`,
  );
  return rows.map(({ name }) => name);
}

const TRIGGERS = /* sql */ `
select tgname as name, tgrelid::regclass::text as table from pg_trigger join pg_class on pg_class.oid = tgrelid
where not tgisinternal and tgenabled = 'O' and relnamespace::regnamespace::text in (${SCHEMAS}) order by 2, 1`;
