/** The delivery of milestones as part of a subgraph's process: its settings, and the task that the outbox adds jobs for. */
import { z } from "zod";
import { tokenSource, type Credentials } from "./client-credentials.ts";
import { deliverAll, type Delivery } from "./delivery.ts";
import { parseEnvironment, StartupError, variable } from "./environment.ts";
import { graphClient, graphDelivery, type Ask } from "./graph-client.ts";
import type { TaskWork, Tasks } from "./jobs.ts";
import type { Log } from "./log.ts";
import { DELIVER } from "./outbox.ts";

const CREDENTIALS = z.record(z.string(), z.object({ client: z.string().min(1), secret: z.string().min(1) }));

const ENVIRONMENT = {
  MILESTONE_DELIVERY: variable.toggle(true),
  GRAPH_URL: variable.url("http:", "https:").optional(),
  TOKEN_URL: variable.url("http:", "https:").optional(),
  CLIENT_CREDENTIALS: z
    .string()
    .transform((text, context) => {
      const parsed = CREDENTIALS.safeParse(jsonIn(text));
      if (parsed.success) return parsed.data;
      context.addIssue({
        code: "custom",
        message: 'must be JSON such as {"organisation":{"client":"...","secret":"..."}}',
      });
      return z.NEVER;
    })
    .optional(),
};

/** What tasks of a partner need to tell the graph something in the name of an organisation. */
export interface Sender {
  /** @throws when there are none of this organisation */
  credentialsOf: (organisation: string, log: Log) => Credentials;
  ask: Ask;
}

export type TasksOfSender = (sender: Sender) => Tasks;

/**
 * The tasks of a partner's subgraph, with the settings of the environment; none when MILESTONE_DELIVERY is off: what is
 * told then waits in the outbox.
 * @throws {StartupError} when a setting is missing or wrong
 */
export function deliveryTasks(): Tasks {
  return deliveryTasksAnd(() => ({}));
}

/** The same with `more`: the partner's own tasks that tell the graph something else. */
export function deliveryTasksAnd(more: TasksOfSender): Tasks {
  const { MILESTONE_DELIVERY, GRAPH_URL, TOKEN_URL, CLIENT_CREDENTIALS } = parseEnvironment(ENVIRONMENT);
  if (!MILESTONE_DELIVERY) return {};
  if (!GRAPH_URL || !TOKEN_URL || !CLIENT_CREDENTIALS)
    throw new StartupError(
      "Milestones have nowhere to go: set GRAPH_URL, TOKEN_URL and CLIENT_CREDENTIALS, or MILESTONE_DELIVERY=off to keep them for later.",
    );
  const ask = graphClient(GRAPH_URL, tokenSource(TOKEN_URL));
  const credentialsOf = (organisation: string, log: Log) =>
    credentialsIn(CLIENT_CREDENTIALS, organisation, log);
  return {
    ...deliveryOf(CLIENT_CREDENTIALS, graphDelivery(ask)),
    ...more({ credentialsOf, ask }),
  };
}

/** The task, for organisations with these credentials. */
export function deliveryOf(credentials: Readonly<Record<string, Credentials>>, delivery: Delivery): Tasks {
  const lanes = new Map<string, Lane>();
  return {
    [DELIVER]: async ({ organisation }: { organisation: string }, work) => {
      const own = credentialsIn(credentials, organisation, work.log);
      const lane = lanes.get(organisation) ?? new Lane();
      lanes.set(organisation, lane);
      await lane.run((present: TaskWork) => deliverAll(organisation, own, delivery, present), work);
    },
  };
}

/**
 * The deliveries of one organisation in one process, one after the other. Jobs that come meanwhile share the next one:
 * it begins after all of them were added, and so it finds what they were added for. That is what makes the batches.
 */
class Lane {
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  run(deliver: (work: TaskWork) => Promise<void>, work: TaskWork): Promise<void> {
    this.next ??= this.running.then(() => {
      this.next = null;
      const begun = deliver(work);
      this.running = begun.catch(() => undefined);
      return begun;
    });
    return this.next;
  }
}

function credentialsIn(
  credentials: Readonly<Record<string, Credentials>>,
  organisation: string,
  log: Log,
): Credentials {
  const own = credentials[organisation];
  if (own) return own;
  log.error({ organisation }, "CLIENT_CREDENTIALS names no client of this organisation");
  throw new Error(`no credentials of ${organisation}`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
