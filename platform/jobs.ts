/**
 * Background jobs: what a change sets in motion once it is committed, and only then. A job is a row in the subgraph's
 * own database (graphile-worker), added in the transaction of the change, and run by the processes that serve the
 * subgraph: at least once, by one of them at a time, whichever of them is killed. So a task must bear to run twice.
 */
import { Logger, runTaskList, type TaskList, type WorkerPool } from "graphile-worker";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import type { DataSource, EntityManager } from "typeorm";
import { connect, createDatabase, type DatabaseDefinition } from "./database.ts";
import { ForgivingPool } from "./forgiving-pool.ts";
import { describeError, type Log } from "./log.ts";

/** What a task is given beside its payload. */
export interface TaskWork {
  /** A pool of connections for tasks alone: they and the requests never wait for each other. */
  database: DataSource;
  log: Log;
  /** Aborts when the process stops: what is under way should give up soon; its job runs again elsewhere. */
  signal: AbortSignal;
  /** How often this job was tried, this time included. */
  attempt: number;
}

/**
 * Does one job. When it throws, the job is tried again later: about twice as late each time, with jitter, five minutes
 * at most. The payload is what `addJob` was given, through JSON.
 */
export type Task = (payload: never, work: TaskWork) => Promise<void>;

/** The tasks of a subgraph by name, kebab-case. */
export type Tasks = Readonly<Record<string, Task>>;

export interface JobSpec {
  /** Not before this moment. */
  runAt?: Date;
  /** How many times in all; 25 unless told, which is somewhat over an hour. A job that used them up stays in its table. */
  maxAttempts?: number;
  /** Replaces a waiting job of the same key. Changes that use the same key wait for each other's commit. */
  key?: string;
  /** Jobs of one queue run one after the other. For few, long-lived names. */
  queue?: string;
}

/** Adds a job in the transaction of `manager`: it runs if, and only after, the transaction commits. */
export async function addJob(
  manager: EntityManager,
  task: string,
  payload: object,
  { runAt, maxAttempts, key, queue }: JobSpec = {},
): Promise<void> {
  await manager.query(
    `select from graphile_worker.add_job($1, payload => $2::json, run_at => $3::timestamptz, max_attempts => $4::int,
       job_key => $5::text, queue_name => $6::text)`,
    [task, JSON.stringify(payload), runAt ?? null, maxAttempts ?? null, key ?? null, queue ?? null],
  );
}

/** The transactions that added jobs without a notice. */
const quiet = new WeakSet<EntityManager>();
/** What wakes the workers of this process. */
const wakers = new Set<() => void>();

/**
 * Adds a job that is one of many, in the transaction of `manager`, without a notice: a transaction that notifies lets
 * no other commit beside it. After the commit `wakeAfter` wakes this process; other processes look once a second.
 */
export async function addQuietJob(
  manager: EntityManager,
  task: string,
  payload: object,
  maxAttempts: number,
): Promise<void> {
  await manager.query("select graphile_worker.add_quiet_job($1, $2::json, $3)", [
    task,
    JSON.stringify(payload),
    maxAttempts,
  ]);
  quiet.add(manager);
}

/** Wakes the workers of this process if the transaction of `manager`, which has committed, added quiet jobs. */
export function wakeAfter(manager: EntityManager): void {
  if (quiet.delete(manager)) for (const wake of wakers) wake();
}

export interface JobsOptions {
  databaseUrl: string;
  database: DatabaseDefinition;
  tasks: Tasks;
  log: Log;
  /** How many jobs this process does at once. */
  concurrency?: number;
}

/** How long a restarted pool waits at most, in milliseconds, while the database cannot be reached. */
const LONGEST_WAIT = 5_000;
/** How often a process looks for jobs that another one left behind, in milliseconds. */
const LOOK_FOR_ORPHANS = 5_000;

/**
 * Runs the jobs of a subgraph until stopped; goes on by itself when the database was away.
 * @returns what stops it: no job is begun any more, those under way are finished or given back
 */
export function startJobs({
  databaseUrl,
  database,
  tasks,
  log,
  concurrency = 8,
}: JobsOptions): () => Promise<void> {
  const pool = quietPool(databaseUrl);
  const source = createDatabase(databaseUrl, database, concurrency);
  const stopping = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      const began = Date.now();
      try {
        if (!source.isInitialized) await connect(source);
        await runPool(pool, source, tasks, { log, concurrency, stopping: stopping.signal });
      } catch (error) {
        log.warn({ err: describeError(error) }, "background jobs were interrupted; they go on by themselves");
      }
      if (Date.now() - began > 10 * LONGEST_WAIT) failures = 0;
      const wait = Math.min(LONGEST_WAIT, 100 * 2 ** failures) * (0.5 + Math.random() / 2);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    if (source.isInitialized) await source.destroy();
    await pool.end();
  }

  return async () => {
    stopping.abort();
    await running;
  };
}

interface PoolOptions {
  log: Log;
  concurrency: number;
  stopping: AbortSignal;
}

/** Runs jobs until `stopping`, or until the connection to the database is lost. */
async function runPool(
  pool: pg.Pool,
  source: DataSource,
  tasks: Tasks,
  { log, concurrency, stopping }: PoolOptions,
): Promise<void> {
  const alive = await pool.connect();
  let workers: WorkerPool | undefined;
  const wake = () => {
    try {
      workers?.nudge(1);
    } catch {
      // They are just ending; whoever follows them looks for jobs first.
    }
  };
  try {
    workers = runTaskList(
      {
        noHandleSignals: true,
        concurrency,
        logger: quietLogger(log),
        // Waits for a notice from PostgreSQL; asks by itself only for jobs whose time has come.
        pollInterval: 1_000,
        gracefulShutdownAbortTimeout: 3_000,
        preset: {
          worker: {
            // Finished jobs leave their table together; a failure to do so stops the pool instead of the process.
            completeJobBatchDelay: 0,
            failJobBatchDelay: 0,
            localQueue: { size: 2 * concurrency },
          },
        },
      },
      taskList(source, tasks, log),
      pool,
    );
    const { promise: ended, id } = workers;
    wakers.add(wake);
    await Promise.race([ended, keepWatch(alive, id, stopping)]);
  } finally {
    wakers.delete(wake);
    await workers?.gracefulShutdown("stopping");
    alive.release(true);
  }
}

/**
 * While this process holds the lock of its name, its jobs are its own. Those of a process that was killed, whose lock
 * PostgreSQL released with its connection, are given back to whoever is alive. Ends when `stopping` or with the lock.
 */
async function keepWatch(alive: pg.PoolClient, name: string, stopping: AbortSignal): Promise<void> {
  const over = new AbortController();
  alive.once("end", () => over.abort());
  const signal = AbortSignal.any([stopping, over.signal]);
  await alive.query("select pg_advisory_lock(hashtext('jobs'), hashtext($1))", [name]);
  while (!signal.aborted) {
    await alive.query(GIVE_BACK, [name]);
    await pause(LOOK_FOR_ORPHANS * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
  }
}

const GIVE_BACK = /* sql */ `
with holder as materialized (
  select distinct locked_by as name from graphile_worker.jobs where locked_by is not null and locked_by <> $1
), gone as materialized (
  select name from holder where pg_try_advisory_xact_lock(hashtext('jobs'), hashtext(name))
)
select graphile_worker.force_unlock_workers(array_agg(name)), pg_notify('jobs:insert', '{"count":100}')
from gone having count(*) > 0`;

function taskList(source: DataSource, tasks: Tasks, log: Log): TaskList {
  const entries = Object.entries(tasks).map(([name, task]): [string, TaskList[string]] => [
    name,
    async (payload, { job, abortSignal }) => {
      try {
        await task(payload as never, {
          database: source,
          log,
          signal: abortSignal,
          attempt: job.attempts,
        });
      } catch (error) {
        const { type, code, stack } = describeError(error);
        const last = job.attempts >= job.max_attempts;
        log[last ? "error" : "warn"](
          { task: name, attempt: job.attempts, err: describeError(error) },
          last ? "a background job failed for the last time" : "a background job failed; it is tried again",
        );
        // What the database keeps of a failure is what the log may say of it.
        throw new Error([type, code, stack.split("\n", 1)[0]?.trim()].filter(Boolean).join(" "));
      }
    },
  ]);
  return Object.fromEntries(entries);
}

/** One connection listens, one shows that this process is alive, the others fetch and finish jobs. */
function quietPool(connectionString: string): pg.Pool {
  const pool = new ForgivingPool({
    connectionString,
    max: 4,
    connectionTimeoutMillis: 5_000,
    application_name: "continuum jobs",
  });
  // A lost connection also fails whatever was using it, and that is what is told.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** The library's messages quote errors and payloads; what is worth knowing of them is told above, by type and place. */
function quietLogger(log: Log): Logger {
  return new Logger(() => (level, _message, meta) => {
    if (level !== "error" || !meta?.["error"] || meta["failure"]) return;
    log.debug({ err: describeError(meta["error"]) }, "background jobs had a failure");
  });
}
