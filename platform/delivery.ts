/**
 * The delivery of milestones: whatever of an organisation waits in the outbox goes to the graph in batches, at least
 * once, until the registry has said what became of it. Rows are locked while they are under way, and by nothing else:
 * a process that dies lets go of them, and the job that it leaves behind begins again.
 */
import type { EntityManager } from "typeorm";
import type { Credentials } from "./client-credentials.ts";
import { addJob, type TaskWork } from "./jobs.ts";
import type { Log } from "./log.ts";
import { DELIVER, MOST_ATTEMPTS, MOST_RUNS } from "./outbox.ts";
import { openScope } from "./scope.ts";

/** What goes over the wire of one milestone. */
export interface Outgoing {
  registrationId: string;
  kind: string;
  occurredAt: Date;
  sourceId: string;
  /** What else is told, by the names of the registry's input. */
  details: Readonly<Record<string, string>>;
}

/** What the registry said of one milestone: null when it has it. */
export interface Report {
  sourceId: string;
  error: { code: string; message: string } | null;
}

/**
 * Hands milestones over in the name of an organisation.
 * @throws {OutOfReach} when nobody took them; {RefusedWhole} when something among them cannot be taken
 */
export type Delivery = (
  milestones: readonly Outgoing[],
  credentials: Credentials,
  signal: AbortSignal,
) => Promise<Report[]>;

/** Nothing was said of any milestone: they are tried again later. */
export class OutOfReach extends Error {
  override readonly name = "OutOfReach";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The batch was not taken as it is: one of its milestones may be the reason. */
export class RefusedWhole extends OutOfReach {}

/** As many as the mutation takes. */
const LARGEST_BATCH = 100;

interface Waiting extends Outgoing {
  id: string;
  attempts: number;
}

/**
 * Delivers what waits of an organisation, batch after batch, until nothing is due. What is not delivered then has a job
 * of its own that will see to it.
 */
export async function deliverAll(
  organisation: string,
  credentials: Credentials,
  delivery: Delivery,
  work: TaskWork,
): Promise<void> {
  const { manager } = openScope(work.database, organisation);
  const handOn = (part: readonly Outgoing[]) => delivery(part, credentials, work.signal);
  for (let more = true; more;) {
    work.signal.throwIfAborted();
    more = await manager.transaction(async (transaction) => {
      const batch = await takeDue(transaction, organisation);
      if (batch.length === 0) return false;
      const outcome = await handOver(batch, handOn);
      await note(transaction, organisation, outcome, work.log);
      // While nobody takes anything, the rest waits with what was tried.
      return outcome.failed.length < batch.length;
    });
  }
}

interface Stuck {
  milestone: Waiting;
  code: string;
  message: string;
}

interface Outcome {
  delivered: Waiting[];
  /** The registry has said no, and would say it again. */
  refused: Stuck[];
  /** Tried again later. */
  failed: Stuck[];
}

/** Hands a batch over; one that is refused whole is halved until the milestone that is the reason stands alone. */
async function handOver(
  batch: readonly Waiting[],
  delivery: (part: readonly Outgoing[]) => Promise<Report[]>,
): Promise<Outcome> {
  try {
    return sorted(batch, await delivery(batch));
  } catch (error) {
    if (!(error instanceof OutOfReach)) throw error;
    if (!(error instanceof RefusedWhole) || batch.length === 1) {
      const { code, message } = error;
      const all = batch.map((milestone) => ({ milestone, code, message }));
      return code === "BAD_USER_INPUT"
        ? { delivered: [], refused: all, failed: [] }
        : { delivered: [], refused: [], failed: all };
    }
    const middle = Math.ceil(batch.length / 2);
    const one = await handOver(batch.slice(0, middle), delivery);
    const other = await handOver(batch.slice(middle), delivery);
    return {
      delivered: [...one.delivered, ...other.delivered],
      refused: [...one.refused, ...other.refused],
      failed: [...one.failed, ...other.failed],
    };
  }
}

/** What was said of each milestone of a batch; of which nothing was said failed. */
function sorted(batch: readonly Waiting[], reports: readonly Report[]): Outcome {
  const said = new Map(reports.map((report) => [report.sourceId, report]));
  const outcome: Outcome = { delivered: [], refused: [], failed: [] };
  for (const milestone of batch) {
    const report = said.get(milestone.sourceId);
    if (!report)
      outcome.failed.push({ milestone, code: "NO_ANSWER", message: "The graph said nothing of it." });
    else if (report.error) outcome.refused.push({ milestone, ...report.error });
    else outcome.delivered.push(milestone);
  }
  return outcome;
}

async function takeDue(manager: EntityManager, organisation: string): Promise<Waiting[]> {
  return manager.query(
    `select id, attempts, kind, registration_id as "registrationId", source_id as "sourceId", occurred_at as "occurredAt",
       details
     from outbox where organisation = $1 and state = 'WAITING' and due_at <= now()
     order by due_at, id limit ${LARGEST_BATCH} for update skip locked`,
    [organisation],
  );
}

/** Writes what became of a batch; what failed is due again later, with a job that will see to it. */
async function note(
  manager: EntityManager,
  organisation: string,
  { delivered, refused, failed }: Outcome,
  log: Log,
): Promise<void> {
  const givenUp = failed.filter(({ milestone }) => milestone.attempts + 1 >= MOST_ATTEMPTS);
  const again = failed.filter((each) => !givenUp.includes(each));
  const undelivered = [...refused, ...givenUp];
  if (delivered.length > 0) {
    await manager.query(DELIVERED, [delivered.map(({ id }) => id)]);
    // The graph takes milestones again: what waited for that is due.
    await manager.query(HURRY, [organisation]);
  }
  if (undelivered.length > 0) {
    await manager.query(UNDELIVERED, columnsOf(undelivered));
    log.warn(
      { organisation, milestones: undelivered.length, codes: codesOf(undelivered) },
      "milestones could not be delivered; a person has to look at them",
    );
  }
  if (again.length > 0) {
    const [rows] = (await manager.query(TRY_AGAIN, [...columnsOf(again), secondsToWait(again)])) as [
      { dueAt: Date }[],
    ];
    const runAt = new Date(Math.max(...rows.map(({ dueAt }) => dueAt.getTime())) + 1);
    await addJob(manager, DELIVER, { organisation }, { runAt, maxAttempts: MOST_RUNS });
    log.warn(
      { organisation, milestones: again.length, codes: codesOf(again) },
      "milestones could not be delivered yet; they are tried again",
    );
  }
}

/** About twice as long as the last time, five minutes at most; with jitter, so that partners do not come back together. */
function secondsToWait(failed: readonly Stuck[]): number {
  const attempts = Math.min(...failed.map(({ milestone }) => milestone.attempts));
  return Math.min(300, 0.25 * 2 ** attempts) * (0.5 + Math.random() / 2);
}

const columnsOf = (stuck: readonly Stuck[]) => [
  stuck.map(({ milestone }) => milestone.id),
  stuck.map(({ code }) => code),
  stuck.map(({ message }) => message),
];

const codesOf = (stuck: readonly Stuck[]) => [...new Set(stuck.map(({ code }) => code))];

const DELIVERED = /* sql */ `
update outbox set state = 'DELIVERED', delivered_at = clock_timestamp(), problem = null, message = null where id = any($1)`;

const HURRY = /* sql */ `
update outbox set due_at = now() where id in (
  select id from outbox where organisation = $1 and state = 'WAITING' and due_at > now() for update skip locked)`;

const STUCK = "unnest($1::uuid[], $2::text[], $3::text[]) as stuck (id, problem, message)";

const UNDELIVERED = /* sql */ `
update outbox set state = 'UNDELIVERED', attempts = attempts + 1, problem = stuck.problem, message = stuck.message
from ${STUCK} where outbox.id = stuck.id`;

const TRY_AGAIN = /* sql */ `
update outbox set attempts = attempts + 1, due_at = clock_timestamp() + $4::float * interval '1 second',
  problem = stuck.problem, message = stuck.message
from ${STUCK} where outbox.id = stuck.id returning due_at as "dueAt"`;
