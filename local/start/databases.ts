/** The local PostgreSQL with a database for each partner, their tables, and the demonstration world. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checkout, localFolder } from "../checkout.ts";
import {
  provisionDatabase,
  quoted,
  withClient,
  type DatabaseAddresses,
} from "../../platform/provision-database.ts";
import { startPostgres, type PostgresServer } from "../postgres/server.ts";
import { PARTNERS, perPartner, type Partner, type PerPartner } from "./partners.ts";
import type { Secrets } from "./secrets.ts";

/** Starts PostgreSQL on the data of this checkout. */
export function startLocalPostgres(
  secrets: Secrets,
  port: number,
  notice: (sentence: string) => void,
): Promise<PostgresServer> {
  return startPostgres({
    folder: join(localFolder, "postgres"),
    password: secrets.postgres,
    log: join(localFolder, "logs", "postgres.log"),
    port,
    durable: true,
    notice,
  });
}

/** Makes the databases and roles of all partners, or brings them into the same state. */
export async function provisionAll(
  adminUrl: string,
  secrets: Secrets,
): Promise<PerPartner<DatabaseAddresses>> {
  const made: Partial<PerPartner<DatabaseAddresses>> = {};
  // One after the other: PostgreSQL refuses two who change the same privileges at once.
  for (const name of PARTNERS) {
    const { owner, service } = secrets.databases[name];
    made[name] = await provisionDatabase(adminUrl, { name, ownerPassword: owner, servicePassword: service });
  }
  return made as PerPartner<DatabaseAddresses>;
}

/** The partners whose tables were not made by the present build; each is to be migrated. */
export async function partnersToMigrate(adminUrl: string): Promise<Partner[]> {
  const marks = await readMarks(adminUrl);
  return PARTNERS.filter((name) => marks.get(name) !== migrationMark(name));
}

/** Notes that the tables of `name` are those of the present build. */
export function markMigrated(adminUrl: string, name: Partner): Promise<void> {
  return writeMark(adminUrl, name, migrationMark(name));
}

/** Whether this build has already put its world into this PostgreSQL. */
export async function isWorldLoaded(adminUrl: string): Promise<boolean> {
  return (await readMarks(adminUrl)).get("postgres") === worldMark();
}

/** Notes that the world is there. */
export function markWorldLoaded(adminUrl: string): Promise<void> {
  return writeMark(adminUrl, "postgres", worldMark());
}

function migrationMark(name: Partner): string {
  return `migrated by build ${fingerprint(join("subgraphs", name))}`;
}

function worldMark(): string {
  return `world of build ${fingerprint(join("local", "world"))}`;
}

function fingerprint(folder: string): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    if (!existsSync(path)) return;
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (entry.isDirectory()) add(join(path, entry.name));
      else if (entry.name.endsWith(".js"))
        hash.update(entry.name).update(readFileSync(join(path, entry.name)));
    }
  };
  add(join(checkout, "dist", folder));
  return hash.digest("hex");
}

/** The marks are comments on the databases: they come and go with the data that they speak of. */
async function readMarks(adminUrl: string): Promise<Map<string, string | null>> {
  const { rows } = await withClient(adminUrl, (admin) =>
    admin.query<{ name: string; mark: string | null }>(
      "select datname as name, shobj_description(oid, 'pg_database') as mark from pg_database",
    ),
  );
  return new Map(rows.map(({ name, mark }) => [name, mark]));
}

async function writeMark(adminUrl: string, database: string, mark: string): Promise<void> {
  await withClient(adminUrl, (admin) => admin.query(`comment on database ${quoted(database)} is '${mark}'`));
}

/** The addresses of one kind, for each partner. */
export function urls(
  databases: PerPartner<DatabaseAddresses>,
  kind: keyof DatabaseAddresses,
): PerPartner<string> {
  return perPartner((name) => databases[name][kind]);
}
