/** The tables of background jobs (graphile-worker's own schema), as each subgraph's `migrate` installs them. */
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { LOCK_TIMEOUT } from "./unlocked.ts";

/**
 * What the service needs beside the tables, put there again by every `migrate` because a newer library may bring
 * tables of its own. Its role works under the default privileges of the owner. The rows are no tenant's: the library
 * ships its tables with row-level security and no policy, which would hide every job from the service.
 */
const FOR_THE_SERVICE = /* sql */ `
do $$ declare name text; begin
  for name in select relname from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity loop
    execute format('alter table graphile_worker.%I disable row level security', name);
  end loop;
end $$;

-- A job that failed waits about twice as long as before, five minutes at most, and never as long as its neighbours:
-- the library's own delays grow to hours and bring everything back at the same moment.
create or replace function graphile_worker.wait_with_jitter() returns trigger language plpgsql as $$ begin
  new.run_at := now() + least(300, 0.25 * 2 ^ least(new.attempts, 12)) * (0.5 + random() / 2) * interval '1 second';
  return new;
end $$;
create or replace trigger wait_with_jitter before update on graphile_worker._private_jobs for each row
  when (old.locked_at is not null and new.locked_at is null and new.last_error is not null and new.run_at > old.run_at)
  execute function graphile_worker.wait_with_jitter();

-- add_job without its notice. PostgreSQL lets transactions that notify commit one by one, over all databases of a
-- server: measured, 430 a second instead of 3,000. Whoever adds many wakes the workers otherwise (jobs.ts).
create or replace function graphile_worker.add_quiet_job(task text, content json, attempts int) returns void
language plpgsql as $$ begin
  insert into graphile_worker._private_tasks (identifier) select task
    where not exists (select from graphile_worker._private_tasks where identifier = task) on conflict do nothing;
  insert into graphile_worker._private_jobs (task_id, payload, max_attempts)
    select id, content, attempts from graphile_worker._private_tasks where identifier = task;
end $$;
`;

/** Installs the tables of jobs, or brings them up to date; `ownerUrl` is the owner's address. Safe to repeat. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, lock_timeout: LOCK_TIMEOUT });
  // Both are asked for by the library; a lost connection also fails the statement that was under way.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
    await pool.query(FOR_THE_SERVICE);
  } finally {
    await pool.end();
  }
}
