/** The registry's database for a command: that of the environment, or of the hub that runs in this checkout. */
import "reflect-metadata";
import type { DataSource } from "typeorm";
import { connect, createDatabase } from "../../platform/database.ts";
import { StartupError } from "../../platform/environment.ts";
import { database } from "../../subgraphs/registry/store/database.ts";
import { IMPORTING } from "../../subgraphs/registry/comparing.ts";
import { findDatabases } from "../world/environment.ts";

/** Connected, with an organisation that the registry knows. @throws {StartupError} when it does not */
export async function openRegistry(organisation: string): Promise<DataSource> {
  const url = process.env["REGISTRY_DATABASE_URL"] ?? findDatabases().registry;
  const registry = await connect(createDatabase(url, database, 8));
  const found: unknown[] = await registry.query("select from organisation where code = $1", [organisation]);
  if (found.length > 0) return registry;
  await registry.destroy();
  throw new StartupError(`There is no organisation "${organisation}": use its code, as promis or estrie-1.`);
}

/**
 * Does the work while the registry's own processes leave alone those who wait to be compared: whoever imports compares
 * them, and when an import is gone, the registry goes on.
 */
export async function holdingOff<Result>(registry: DataSource, work: () => Promise<Result>): Promise<Result> {
  const holder = registry.createQueryRunner();
  try {
    await holder.query("select pg_advisory_lock_shared(hashtext($1))", [IMPORTING]);
    return await work();
  } finally {
    await holder.query("select pg_advisory_unlock_shared(hashtext($1))", [IMPORTING]).catch(() => undefined);
    await holder.release();
  }
}
