/** A fresh, migrated database for a suite, copied from a template that is migrated once in a test run. */
import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import {
  addresses,
  closeToOthers,
  databaseUrl,
  ensureRoles,
  provisionDatabase,
  quoted,
  withClient,
  type DatabaseAddresses,
  type DatabaseRoles,
} from "../../platform/provision-database.ts";

export interface TestDatabase extends DatabaseAddresses {
  /** Removes the database, whoever is still connected to it. */
  drop(): Promise<void>;
}

/**
 * A new database with the tables of a subgraph and no rows, for its two roles as in production.
 * @param name the subgraph, which is also the name of its service role
 * @param migrate brings the database at the given address (the owner's) up to date, and closes its connections;
 *   called once in a test run for each `name`
 */
export function createTestDatabase(
  name: string,
  migrate: (ownerUrl: string) => Promise<void>,
): Promise<TestDatabase> {
  return oneAtATime(async (admin) =>
    copy(admin, name, await ensureTemplate(admin, testRoles(name), migrate)),
  );
}

/**
 * A copy of the database that `make` makes, for each of `names`.
 * @param kind tells it from others of these names; `make` is called once in a test run for each kind
 */
export async function createTestCopies<Name extends string>(
  kind: string,
  names: readonly Name[],
  make: () => Promise<Record<Name, TestDatabase>>,
): Promise<Record<Name, TestDatabase>> {
  const templates = names.map((name) => `${name}_${kind}`);
  const areMade = await oneAtATime(async (admin) => {
    const { rowCount } = await admin.query(
      "select from pg_database where datname = any($1) and datistemplate",
      [templates],
    );
    return rowCount === names.length;
  });
  const made = areMade ? undefined : await make();
  return oneAtATime(async (admin) => {
    const copies = new Map<Name, TestDatabase>();
    for (const name of names) {
      const template = `${name}_${kind}`;
      if (made) await becomeTemplate(admin, new URL(made[name].url).pathname.slice(1), template);
      copies.set(name, await copy(admin, name, template));
    }
    return Object.fromEntries(copies) as Record<Name, TestDatabase>;
  });
}

/** One at a time, whatever runs in parallel: PostgreSQL refuses two who change the same privileges at once. */
function oneAtATime<Result>(work: (admin: pg.Client) => Promise<Result>): Promise<Result> {
  return withClient(testPostgresAdminUrl(), async (admin) => {
    await admin.query("select pg_advisory_lock(hashtext('continuum test databases'))");
    return work(admin);
  });
}

async function copy(admin: pg.Client, name: string, template: string): Promise<TestDatabase> {
  const adminUrl = testPostgresAdminUrl();
  const database = `${name}_${randomBytes(6).toString("hex")}`;
  await admin.query(`create database ${quoted(database)} template ${quoted(template)}`);
  await closeToOthers(admin, database, name);
  return {
    ...addresses(adminUrl, database, testRoles(name)),
    drop: () =>
      withClient(adminUrl, async (client) => {
        await client.query(`drop database if exists ${quoted(database)} with (force)`);
      }),
  };
}

/** The template is marked as one when it is whole: one whose migration failed is made again. */
async function ensureTemplate(
  admin: pg.Client,
  roles: DatabaseRoles,
  migrate: (ownerUrl: string) => Promise<void>,
): Promise<string> {
  const template = `${roles.name}_template`;
  const { rows } = await admin.query<{ datistemplate: boolean }>(
    "select datistemplate from pg_database where datname = $1",
    [template],
  );
  if (rows[0]?.datistemplate) return template;
  await admin.query(`drop database if exists ${quoted(template)} with (force)`);
  // Provisioned under its own name first: what is set inside the database is copied with it.
  await ensureRoles(admin, roles);
  const { ownerUrl } = await provisionDatabase(testPostgresAdminUrl(), roles);
  await migrate(ownerUrl);
  await becomeTemplate(admin, roles.name, template);
  return template;
}

async function becomeTemplate(admin: pg.Client, database: string, template: string): Promise<void> {
  await admin.query("select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = $1", [
    database,
  ]);
  await admin.query(`alter database ${quoted(database)} rename to ${quoted(template)}`);
  await admin.query(`alter database ${quoted(template)} is_template true`);
}

/** The superuser's address of the server of this test run. */
export function testPostgresAdminUrl(): string {
  const url = process.env["TEST_POSTGRES_ADMIN_URL"];
  if (!url)
    throw new Error(
      "TEST_POSTGRES_ADMIN_URL is missing: run the tests through npm test, which starts a server.",
    );
  return url;
}

function testRoles(name: string): DatabaseRoles {
  return { name, ownerPassword: testRolePassword(`${name}_owner`), servicePassword: testRolePassword(name) };
}

/** The password of a role in this test run: known to every suite of the run, and to nobody else. */
export function testRolePassword(role: string): string {
  const secret = new URL(testPostgresAdminUrl()).password;
  return createHash("sha256").update(`${secret} ${role}`).digest("base64url");
}

export { databaseUrl, withClient };
