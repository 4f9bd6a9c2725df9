/** A database of its own for each organisation, with one role that may change its shape and one that may not. */
import pg from "pg";

export interface DatabaseRoles {
  /** The name of the database and of the service role; the owner role is called NAME_owner. */
  name: string;
  ownerPassword: string;
  servicePassword: string;
}

export interface DatabaseAddresses {
  /** For the service: reads and writes rows, in this database only. */
  url: string;
  /** For migrations: owns the database and everything in it. */
  ownerUrl: string;
}

/**
 * Makes the roles and the database, or brings those that are there into the same state; safe to repeat.
 * Nobody but the two roles can connect to the database, and they can connect to no other.
 * @param adminUrl the address of a database of the superuser
 */
export async function provisionDatabase(adminUrl: string, roles: DatabaseRoles): Promise<DatabaseAddresses> {
  await withClient(adminUrl, async (admin) => {
    await ensureRoles(admin, roles);
    const { rowCount } = await admin.query("select from pg_database where datname = $1", [roles.name]);
    if (rowCount === 0) await admin.query(`create database ${quoted(roles.name)}`);
    await closeToOthers(admin, roles.name, roles.name);
  });
  await withClient(databaseUrl(adminUrl, roles.name), (admin) => openToRoles(admin, roles.name));
  return addresses(adminUrl, roles.name, roles);
}

/** The roles of `roles.name`, made or given these passwords. */
export async function ensureRoles(admin: pg.Client, roles: DatabaseRoles): Promise<void> {
  for (const [role, password] of [
    [ownerOf(roles.name), roles.ownerPassword],
    [roles.name, roles.servicePassword],
  ] as const) {
    const { rowCount } = await admin.query("select from pg_roles where rolname = $1", [role]);
    const verb = rowCount === 0 ? "create" : "alter";
    await admin.query(
      `${verb} role ${quoted(role)} with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
       password ${pg.escapeLiteral(password)}`,
    );
  }
}

/** Makes NAME_owner the owner of `database`, and lets only it and NAME connect. */
export async function closeToOthers(admin: pg.Client, database: string, name: string): Promise<void> {
  await admin.query(`alter database ${quoted(database)} owner to ${quoted(ownerOf(name))}`);
  for (const shared of [database, "postgres", "template1"]) {
    await admin.query(`revoke all on database ${quoted(shared)} from public`);
  }
  await admin.query(`grant connect on database ${quoted(database)} to ${quoted(name)}`);
}

/** The addresses of `database` for the two roles. */
export function addresses(adminUrl: string, database: string, roles: DatabaseRoles): DatabaseAddresses {
  return {
    url: databaseUrl(adminUrl, database, roles.name, roles.servicePassword),
    ownerUrl: databaseUrl(adminUrl, database, ownerOf(roles.name), roles.ownerPassword),
  };
}

/** The address of another database of the same server, for the same role or for another. */
export function databaseUrl(adminUrl: string, database: string, role?: string, password?: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (role !== undefined) url.username = role;
  if (password !== undefined) url.password = encodeURIComponent(password);
  return url.href;
}

/** Runs `work` on a connection of its own, which is closed whatever happens. */
export async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A name as it stands in a statement. */
export function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}

/** What NAME_owner makes, in this database, from now on: NAME may use it, and may not change its shape. */
async function openToRoles(admin: pg.Client, name: string): Promise<void> {
  const owner = quoted(ownerOf(name));
  const service = quoted(name);
  await admin.query(`
    alter schema public owner to ${owner};
    revoke all on schema public from public;
    grant usage on schema public to ${service};
    alter default privileges for role ${owner} grant usage on schemas to ${service};
    alter default privileges for role ${owner} grant select, insert, update, delete on tables to ${service};
    alter default privileges for role ${owner} grant usage, select, update on sequences to ${service};
    alter default privileges for role ${owner} grant execute on routines to ${service};
  `);
}

function ownerOf(name: string): string {
  return `${name}_owner`;
}
