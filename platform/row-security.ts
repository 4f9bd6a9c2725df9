/**
 * Row-level security, as the tables of a database of several tenants have it: what the migrations write, and what a
 * service checks of its own role before it serves. scope.ts names the tenant and the grants of each request.
 */
import type { DataSource } from "typeorm";
import { StartupError } from "./environment.ts";

/** What the policies read of a transaction: null and nothing outside a scope. For the migration that begins with it. */
export const SCOPE_FUNCTIONS = /* sql */ `
create function current_tenant() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant', true), '') $$;
create function granted_registrations() returns uuid[] language sql stable parallel safe
  as $$ select nullif(current_setting('app.registrations', true), '')::uuid[] $$;
`;

/** The row is the caller's own organisation's. Evaluated once a statement, not once a row. */
const OWN = "= (select current_tenant())";

/** The row is of a registration that a grant of this request covers. Hashed once a statement, and only if a row asks. */
export const OF_GRANTED_REGISTRATION = "registration_id in (select unnest(granted_registrations()))";

export interface RowSecurity {
  /** Rows of other tenants that may be read, as SQL over the columns; none unless told. */
  alsoReadable?: string;
  /** The column that names the tenant. */
  tenant?: string;
  /** Rows that may be changed, as SQL; the tenant's own unless told. What is written is always the tenant's own. */
  changeable?: string;
}

/** The statements that close a table: read by its tenant and where `alsoReadable`, written by its tenant alone. */
export function secured(
  table: string,
  { alsoReadable, tenant = "tenant", changeable }: RowSecurity = {},
): string {
  const own = `${tenant} ${OWN}`;
  return /* sql */ `
alter table ${table} enable row level security;
create policy readable on ${table} for select using (${alsoReadable ? `${own} or ${alsoReadable}` : own});
create policy added_by_its_tenant on ${table} for insert with check (${own});
create policy changed_by_its_tenant on ${table} for update using (${changeable ?? own}) with check (${own});
create policy removed_by_its_tenant on ${table} for delete using (${own});
`;
}

/** The statements that let a table be read by every caller and written by none but its owner. */
export function readOnly(table: string): string {
  return /* sql */ `
alter table ${table} enable row level security;
create policy readable on ${table} for select using (true);
`;
}

/**
 * Holds a service to a role that PostgreSQL's policies and revoked privileges bind.
 * @throws {StartupError} when the role owns tables, is a superuser, or may bypass row-level security
 */
export async function requireBoundRole(database: DataSource): Promise<void> {
  const [role] = await database.query<{ name: string; free: boolean; owns: boolean }[]>(
    `select current_user as name, rolsuper or rolbypassrls as free,
       exists (select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
               and pg_has_role(current_user, relowner, 'usage')) as owns
     from pg_roles where rolname = current_user`,
  );
  if (role && !role.free && !role.owns) return;
  throw new StartupError(
    `The role ${role?.name} of DATABASE_URL stands above the rules of its tables (${role?.free ? "it may bypass row-level security" : "it owns them"}). Give the service its own role, and the owner's to migrations only.`,
  );
}
