/**
 * The command of a subgraph's process: `serve` (the default), `migrate`, `provision` (makes database and roles on an
 * empty server, then migrates), `retire` (carries out the retention schedule at once, or with `--dry-run` tells what it
 * would do), or `schema` (prints its SDL).
 */
import type { z } from "zod";
import { connect, createDatabase, migrate } from "./database.ts";
import { parseEnvironment, StartupError, variable } from "./environment.ts";
import type { Log } from "./log.ts";
import { startJobs } from "./jobs.ts";
import { METRICS_ENVIRONMENT } from "./metrics.ts";
import { passportVerifier } from "./passport.ts";
import { buildSubgraphServer } from "./serve-subgraph.ts";
import { startDailyRetention } from "./daily-retention.ts";
import { retire } from "./retention.ts";
import { listen, runProcess, stopOnSignal } from "./process.ts";
import { provisionDatabase } from "./provision-database.ts";
import { TRACING_ENVIRONMENT, tracingSettings } from "./tracing.ts";
import { subgraphSdl, type RequestContext, type SubgraphDefinition } from "./subgraph.ts";

const DATABASE = variable.url("postgres:", "postgresql:");

/** The variables that every subgraph needs to serve; each adds its own (grant keys). */
export const SUBGRAPH_ENVIRONMENT = {
  HOST: variable.host(),
  PORT: variable.port(),
  DATABASE_URL: DATABASE,
  DATABASE_POOL_SIZE: variable.count(10),
  PASSPORT_PUBLIC_KEYS: variable.text(),
  STOP_DELAY: variable.delay(),
  LOG_LEVEL: variable.logLevel(),
  ...METRICS_ENVIRONMENT,
  ...TRACING_ENVIRONMENT,
};

/** What the process of one subgraph does beside what all do. */
export interface Additions {
  /**
   * Prepares work that goes on beside the requests, and reads its settings: a wrong one stops the process before it
   * serves. Gives what begins the work, and that gives what ends it once the last request is answered.
   */
  background?: () => (databaseUrl: string, log: Log) => () => Promise<void>;
  /** Commands by name, beside those that all have. */
  commands?: Record<string, () => Promise<void>>;
}

/** Runs what the command line asks for; ends the process with one sentence when it cannot. */
export function runSubgraph<Context extends RequestContext, Shape extends z.ZodRawShape>(
  definition: SubgraphDefinition<Context, Shape>,
  additions: Additions = {},
  command = process.argv[2] ?? "serve",
): Promise<void> {
  const commands: Record<string, () => Promise<void>> = {
    ...additions.commands,
    serve: () => serve(definition, additions),
    migrate: async () => {
      const { MIGRATION_DATABASE_URL } = parseEnvironment({ MIGRATION_DATABASE_URL: DATABASE });
      await bringUpToDate(definition, MIGRATION_DATABASE_URL);
    },
    provision: async () => {
      const environment = parseEnvironment({
        ADMIN_DATABASE_URL: DATABASE,
        OWNER_PASSWORD: variable.text(),
        SERVICE_PASSWORD: variable.text(),
      });
      const { ownerUrl } = await provisionDatabase(environment.ADMIN_DATABASE_URL, {
        name: definition.name,
        ownerPassword: environment.OWNER_PASSWORD,
        servicePassword: environment.SERVICE_PASSWORD,
      });
      await bringUpToDate(definition, ownerUrl);
    },
    retire: async () => {
      // The owner's address: the tables of tenants are closed to the service but for one tenant at a time.
      const { MIGRATION_DATABASE_URL } = parseEnvironment({ MIGRATION_DATABASE_URL: DATABASE });
      await carryOutRetention(definition, MIGRATION_DATABASE_URL, process.argv.includes("--dry-run"));
    },
    schema: async () => {
      process.stdout.write(await subgraphSdl(definition));
    },
  };
  return runProcess(definition.name, async () => {
    const run = commands[command];
    if (!run)
      throw new StartupError(`There is no command ${command}; use ${Object.keys(commands).join(", ")}.`);
    await run();
  });
}

async function bringUpToDate<Context extends RequestContext, Shape extends z.ZodRawShape>(
  { name, database }: SubgraphDefinition<Context, Shape>,
  ownerUrl: string,
): Promise<void> {
  const applied = await migrate(ownerUrl, database);
  process.stdout.write(
    `${name}: ${applied.length === 0 ? "nothing to migrate" : `migrated ${applied.join(", ")}`}\n`,
  );
}

/** One line of JSON for each rule: its name, the first day kept, and how many rows it met. */
async function carryOutRetention<Context extends RequestContext, Shape extends z.ZodRawShape>(
  { name, database }: SubgraphDefinition<Context, Shape>,
  ownerUrl: string,
  dryRun: boolean,
): Promise<void> {
  const connected = await connect(createDatabase(ownerUrl, database, 1), "MIGRATION_DATABASE_URL");
  try {
    for (const retired of await retire(connected, database.retention, new Date(), { dryRun }))
      process.stdout.write(`${JSON.stringify({ subgraph: name, ...retired, dryRun })}\n`);
  } finally {
    await connected.destroy();
  }
}

async function serve<Context extends RequestContext, Shape extends z.ZodRawShape>(
  definition: SubgraphDefinition<Context, Shape>,
  additions: Additions,
): Promise<void> {
  const environment = parseEnvironment(SUBGRAPH_ENVIRONMENT);
  const settings = parseEnvironment(definition.environment);
  const begin = additions.background?.();
  const tasks = definition.tasks?.(settings);
  const server = await buildSubgraphServer(definition, settings, {
    databaseUrl: environment.DATABASE_URL,
    poolSize: environment.DATABASE_POOL_SIZE,
    verifyPassport: await passportVerifier(definition.name, environment.PASSPORT_PUBLIC_KEYS),
    logLevel: environment.LOG_LEVEL,
    stopDelay: environment.STOP_DELAY * 1000,
    observing: {
      host: environment.HOST,
      metricsPort: environment.METRICS_PORT,
      tracing: tracingSettings(environment),
    },
  });
  const { log } = server.app;
  const end = begin?.(environment.DATABASE_URL, log);
  const endJobs =
    tasks && startJobs({ databaseUrl: environment.DATABASE_URL, database: definition.database, tasks, log });
  const endRetention = startDailyRetention(server.database, definition.database.retention, log);
  stopOnSignal(log, async () => {
    await endRetention();
    await server.stop();
    await Promise.all([end?.(), endJobs?.()]);
  });
  const port = await listen(server.app, environment.HOST, environment.PORT);
  server.app.log.info({ port, path: "/graphql" }, "the subgraph listens");
}
