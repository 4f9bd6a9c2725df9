/** The database of one process: a typeorm data source whose every statement can be observed. */
import diagnostics from "node:diagnostics_channel";
import pg from "pg";
import {
  DataSource,
  DefaultNamingStrategy,
  type EntityTarget,
  type MigrationInterface,
  type ObjectLiteral,
  type QueryRunner,
} from "typeorm";
import { StartupError } from "./environment.ts";
import type { RetentionRule } from "./retention.ts";
import { writeSchedule } from "./retention-schedule.ts";
import { installJobs } from "./jobs-schema.ts";
import { LOCK_TIMEOUT, whenUnlocked } from "./unlocked.ts";

/** Published once for each SQL statement, with its text and never its values: tests count them, traces time them. */
export const SQL_CHANNEL = diagnostics.channel("continuum.sql");

/** Dates without a time stay the text that PostgreSQL gives (`2026-11-21`): a time zone must not move a birthday. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
/** Counts fit in a number; typeorm and pg would give them as text. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface DatabaseDefinition {
  rows: EntityTarget<ObjectLiteral>[];
  migrations: (new () => MigrationInterface)[];
  /** What is kept for how long; written into the database when it is migrated. */
  retention: readonly RetentionRule[];
}

/** Settings of PostgreSQL for the connections of a process. */
export type SessionSettings = Partial<
  Record<"statement_timeout" | "idle_in_transaction_session_timeout" | "lock_timeout", number>
> & {
  /** Any other setting, as PostgreSQL's command line has it. */
  options?: string;
};

/** A data source for `url`, not yet connected. `poolSize` is the number of connections of this process. */
export function createDatabase(
  url: string,
  definition: DatabaseDefinition,
  poolSize = 10,
  session: SessionSettings = {},
): DataSource {
  return new DataSource({
    type: "postgres",
    url,
    entities: definition.rows as never,
    migrations: definition.migrations,
    migrationsTransactionMode: "each",
    namingStrategy: new SnakeCase(),
    synchronize: false,
    logger: {
      logQuery: (statement) => SQL_CHANNEL.publish(statement),
      logQueryError: () => undefined,
      logQuerySlow: () => undefined,
      logSchemaBuild: () => undefined,
      logMigration: () => undefined,
      log: () => undefined,
    },
    logging: ["query"],
    extra: {
      max: poolSize,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: "continuum",
      ...session,
    },
  });
}

/** Connects, or says in one sentence what the operator can do; `setting` is where the address was read. */
export async function connect(database: DataSource, setting = "DATABASE_URL"): Promise<DataSource> {
  try {
    return await database.initialize();
  } catch (error) {
    const {
      host,
      port,
      database: name,
    } = database.driver.options as { host?: string; port?: number; database?: string };
    const address = (database.options as { url?: string }).url;
    const where = address ? new URL(address).host + new URL(address).pathname : `${host}:${port}/${name}`;
    throw new StartupError(
      `The database ${where} cannot be reached (${describe(error)}). Check that PostgreSQL runs and that ${setting} is right.`,
    );
  }
}

/**
 * Applies the migrations that `url`, the owner's address, has not seen yet, and writes its schedule; gives their names.
 * The tables of background jobs come first: a migration may add a job.
 */
export async function migrate(url: string, definition: DatabaseDefinition): Promise<string[]> {
  const database = await connect(
    createDatabase(url, definition, 1, { lock_timeout: LOCK_TIMEOUT }),
    "MIGRATION_DATABASE_URL",
  );
  try {
    await whenUnlocked(() => installJobs(url));
    const applied = await whenUnlocked(() => database.runMigrations());
    await database.transaction((manager) => writeSchedule(manager, definition.retention));
    return applied.map((migration) => migration.name);
  } finally {
    await database.destroy();
  }
}

/**
 * A migration written in SQL. Migrations only go forward: to go back, restore, or write the next one
 * (see docs/decisions).
 */
export abstract class SqlMigration implements MigrationInterface {
  /** The class name followed by the moment it was written, in milliseconds: typeorm orders by it. */
  abstract readonly name: string;
  protected abstract readonly sql: string;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(this.sql);
  }

  async down(): Promise<void> {
    throw new Error(`${this.name} has no way back: write the migration that follows it.`);
  }
}

function describe(error: unknown): string {
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  return cause instanceof Error ? cause.message : String(cause);
}

class SnakeCase extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
