/**
 * One subgraph as the query planner's source of data: asked over pooled connections, with a passport, within the time
 * that is left for the whole answer, a second time where that can help, and with a plain word when it is down.
 */
import { Kind, parse } from "graphql";
import type { Log } from "../platform/log.ts";
import type { GatewayContext } from "./context.ts";
import { Clock } from "./clock.ts";
import { questionOf } from "./plan/fetch.ts";
import type { PlanSource } from "./plan/planner.ts";
import type { Bag, Question } from "./plan/types.ts";
import type { Replica, Sent } from "./replica.ts";
import type { SubgraphState } from "./observe/metrics.ts";
import { Replicas } from "./replicas.ts";
import { answerOf, NoAnswer, type ProcessOptions, type SubgraphResponse } from "./subgraph-answer.ts";
import { SubgraphTurns } from "./subgraph-turns.ts";
import { unavailableErrors } from "./unavailable.ts";
import { withoutWithheld } from "./withheld.ts";

export interface SubgraphSettings {
  name: string;
  /** The addresses of its GraphQL endpoint: several when several processes serve it. */
  urls: readonly string[];
  /** How long it may take to answer, in milliseconds. */
  timeout: number;
  log: Log;
  /** How often an address that failed is asked whether it is ready, in milliseconds. */
  probeEvery?: number | undefined;
}

/** Questions to one subgraph at once, and connections to each of its addresses. More would only queue in its database. */
const AT_ONCE = 64;
/** Questions that wait for their turn; one more is refused at once. */
const WAITING = 256;

/** What is asked, and what may be done to have it answered. */
interface Task {
  /** How many entities are asked about; null when the question is about none. */
  entities: number | null;
  body: string;
  passport: string;
  isRead: boolean;
  /** The moment at which the whole answer is due, on the clock of `performance.now()`. */
  deadline: number;
  gone: AbortSignal | undefined;
  traceparent: string | undefined;
}

/** A data source of our own: the stock one spends half of the gateway's time in its HTTP client, and forwards less safely. */
export class SubgraphSource implements PlanSource {
  readonly #settings: SubgraphSettings;
  readonly #replicas: Replicas;
  readonly #turns = new SubgraphTurns(AT_ONCE, WAITING);

  constructor(settings: SubgraphSettings) {
    this.#settings = settings;
    this.#replicas = new Replicas(settings.urls, { ...settings, connections: AT_ONCE });
  }

  /** The same as `ask`, for the stock executor. */
  async process(options: ProcessOptions): Promise<SubgraphResponse> {
    if (!("incomingRequestContext" in options))
      throw new Error("The gateway asks subgraphs only on behalf of a caller.");
    const { request, context, incomingRequestContext } = options;
    const { query = "", operationName, variables = {} } = request;
    const isRead = incomingRequestContext.operation?.operation === "query";
    const isOfEntities = asksOfEntities(query);
    return this.ask(questionOf(query, operationName, { isRead, isOfEntities }), variables, context);
  }

  /**
   * What the subgraph answers. When there is no usable answer (down, slow, refused, not GraphQL): no data, and errors
   * with the code `SUBGRAPH_UNAVAILABLE` on exactly the fields that were asked of it.
   */
  async ask(
    question: Question,
    variables: Readonly<Bag>,
    context: GatewayContext,
  ): Promise<SubgraphResponse> {
    if (context.isRehearsal) return { data: null };
    if (!question.isOfEntities) return this.#askFor(question, variables, context);
    const { asked, whole } = withoutWithheld(variables);
    return asked ? whole(await this.#askFor(question, asked, context)) : whole({ data: { _entities: [] } });
  }

  async #askFor(
    question: Question,
    variables: Readonly<Bag>,
    context: GatewayContext,
  ): Promise<SubgraphResponse> {
    const { name, log } = this.#settings;
    const { query, isRead, isOfEntities } = question;
    const entities = isOfEntities ? (variables["representations"] as unknown[]).length : null;
    const seen = context.seen.asking(name);
    try {
      const answer = await this.#answer({
        entities,
        body: `${question.opening}${JSON.stringify(variables)}}`,
        passport: await context.passport(name),
        isRead,
        deadline: context.deadline,
        // A write is waited for even if nobody listens any more: giving up would not undo it.
        gone: isRead ? context.gone : undefined,
        traceparent: seen.traceparent,
      });
      seen.ended();
      return answer;
    } catch (error) {
      const reason = reasonOf(error);
      seen.ended(reason);
      log.warn(
        { request: context.viewer.requestId, subgraph: name, reason },
        "no usable answer from a subgraph",
      );
      return {
        data: null,
        errors: unavailableErrors(name, { query, entities }, isRead || wasNotSent(error)),
      };
    }
  }

  /** Whether the subgraph says that it is ready, and is not given up for the moment. */
  async isReady(): Promise<boolean> {
    return (await this.#replicas.areReady()) && !this.#replicas.areOpen;
  }

  /** How it stands at this moment. */
  get state(): SubgraphState {
    return { asked: this.#turns.busy, waiting: this.#turns.waiting, addresses: this.#replicas.states };
  }

  /** Closes the connections once the requests under way are answered. */
  async close(): Promise<void> {
    await this.#replicas.close();
  }

  /** The answer of the first address, or of the next one, or of the same over a fresh connection. */
  async #answer(task: Task): Promise<SubgraphResponse> {
    const end = this.#turns.takeFree() ?? (await this.#wait(task));
    try {
      return await this.#ask(task, null).catch((failure: Failure) => {
        if (!this.#mayAskAgain(task, failure)) throw failure.cause;
        return this.#ask(task, failure).catch((second: Failure) => {
          throw second.cause;
        });
      });
    } finally {
      end();
    }
  }

  async #wait(task: Task): Promise<() => void> {
    const clock = new Clock(task, this.#settings.timeout);
    try {
      return await this.#turns.take(clock);
    } finally {
      clock.stop();
    }
  }

  /** @throws {Failure} */
  async #ask(task: Task, before: Failure | null): Promise<SubgraphResponse> {
    const chosen = this.#replicas.next(before?.replica);
    // Why the first try failed says more than that there is nobody left to ask.
    if (!chosen) throw before ?? new Failure(new NoAnswer("BREAKER_OPEN"));
    const { replica, pass } = chosen;
    const clock = new Clock(task, this.#settings.timeout);
    const sent: Sent = {
      body: task.body,
      passport: task.passport,
      timeLeft: clock.time,
      // What changes something never meets a connection that may be closed at the other end: then nobody could tell
      // whether it was received.
      fresh: before !== null || !task.isRead,
      traceparent: task.traceparent,
      patience: clock,
    };
    try {
      const answer = answerOf(await replica.ask(sent), task.entities);
      pass.succeeded();
      return answer;
    } catch (error) {
      if (!isItsFault(error) || clock.wasShort) pass.neither();
      else pass.failed();
      throw new Failure(error, replica);
    } finally {
      clock.stop();
    }
  }

  #mayAskAgain(task: Task, { cause }: Failure): boolean {
    if (performance.now() >= task.deadline || !isItsFault(cause)) return false;
    if (wasNotSent(cause)) return this.#replicas.several || task.isRead;
    // Who was slow will be slow again; another address may not be.
    if (reasonOf(cause) === "TIMEOUT" && !this.#replicas.several) return false;
    return task.isRead;
  }
}

/** A try that failed, and where. */
class Failure {
  readonly cause: unknown;
  readonly replica: Replica | undefined;

  constructor(cause: unknown, replica?: Replica) {
    this.cause = cause;
    this.replica = replica;
  }
}

/** Whether a query of the stock executor's asks about entities: callers have no field of that name. */
function asksOfEntities(query: string): boolean {
  return parse(query, { noLocation: true }).definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.selectionSet.selections.some(
        (node) => node.kind === Kind.FIELD && node.name.value === "_entities",
      ),
  );
}

/** Whether the address failed: not the caller who left, nor a subgraph that refuses what this gateway sends. */
function isItsFault(error: unknown): boolean {
  return !/^(CLIENT_GONE|DEADLINE|BREAKER_OPEN|QUEUE_FULL|HTTP_4\d\d)$/.test(reasonOf(error));
}

const BEFORE_SENDING =
  /^(BREAKER_OPEN|QUEUE_FULL|DEADLINE|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** Whether the subgraph cannot have received anything: there was no connection. */
function wasNotSent(error: unknown): boolean {
  return BEFORE_SENDING.test(reasonOf(error));
}

function reasonOf(error: unknown): string {
  if (error instanceof NoAnswer) return error.message;
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" ? code : "UNKNOWN";
}
