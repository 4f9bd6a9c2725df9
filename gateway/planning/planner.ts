/**
 * Plans are made in a thread of their own, so that a document that takes long to plan holds up nobody but
 * those who have new operations too, and is given up when it takes too long.
 */
import { Worker } from "node:worker_threads";
import type { GatewayConfig } from "@apollo/gateway";
import { GraphQLError } from "graphql";
import type { Log } from "../../platform/log.ts";
import { Kept } from "../limits/kept.ts";
import type { QueryPlan } from "../plan/types.ts";

type PlannerConfig = NonNullable<GatewayConfig["queryPlannerConfig"]>;

/** What the thread is given when it begins, what it is asked, and what it answers: a plan as JSON, null when it made none. */
export interface PlannerData {
  supergraphSdl: string;
  config: PlannerConfig;
}
export interface Job {
  source: string;
  operationName: string | undefined;
}
export type Made = "ready" | { plan: string | null };

export interface PlannerSettings {
  config: PlannerConfig;
  /** How long a plan may take to make, and how long an operation waits for that to begin, in milliseconds; 0 for no thread. */
  time: number;
  log: Log;
}

interface Waiting extends Job {
  key: string;
  done: (plan: QueryPlan | undefined) => void;
  refuse: (error: GraphQLError) => void;
  timer: NodeJS.Timeout;
}

/** Operations that are known to take too long: they are not tried again. */
const MOST_TOO_LONG = 1_000;
/** One that needs more is a bomb: the thread ends, and not the gateway. In megabytes. */
const THREAD_MEMORY = 512;

export class Planner {
  readonly #settings: PlannerSettings;
  readonly #tooLong = new Kept<true>(MOST_TOO_LONG, MOST_TOO_LONG);
  readonly #asked = new Map<string, Promise<QueryPlan | undefined>>();
  #queue: Waiting[] = [];
  #running: Waiting | undefined;
  #supergraphSdl: string | undefined;
  #thread: Worker | undefined;
  #isReady = false;
  readonly #ready = Promise.withResolvers<undefined>();

  constructor(settings: PlannerSettings) {
    this.#settings = settings;
    if (settings.time === 0) this.#ready.resolve(undefined);
  }

  /** How many operations wait for their plans. */
  get state(): { waiting: number } {
    return { waiting: this.#queue.length + (this.#running ? 1 : 0) };
  }

  /** From now on plans are for this supergraph; what waits is planned for it. */
  useSupergraph(supergraphSdl: string): void {
    if (supergraphSdl === this.#supergraphSdl) return;
    this.#supergraphSdl = supergraphSdl;
    this.#tooLong.clear();
    this.#restart();
  }

  /** Resolves when plans can be made. */
  get ready(): Promise<unknown> {
    return this.#ready.promise;
  }

  /**
   * The plan of an operation, under a key of its own: made once for all who ask for it meanwhile. Undefined when the
   * caller has to make it.
   * @throws {GraphQLError} `PLANNING_TOO_LONG`, or `OVERLOADED` when too many others wait for theirs.
   */
  async plan(key: string, job: Job): Promise<QueryPlan | undefined> {
    const known = this.#asked.get(key);
    if (known || !this.#thread) return known;
    if (this.#tooLong.get(key)) throw tooLong(this.#settings.time);
    const asked = this.#ask(key, job).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  #ask(key: string, job: Job): Promise<QueryPlan | undefined> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        ...job,
        key,
        done: resolve,
        refuse: reject,
        timer: setTimeout(() => {
          // A thread that is only beginning says nothing of how many others wait.
          if (!this.#isReady) return void waiting.timer.refresh();
          this.#queue = this.#queue.filter((each) => each !== waiting);
          reject(overloaded());
        }, this.#settings.time),
      };
      this.#queue.push(waiting);
      this.#next();
    });
  }

  #next(): void {
    if (!this.#isReady || this.#running) return;
    const next = this.#queue.shift();
    if (!next) return;
    this.#running = next;
    clearTimeout(next.timer);
    const { source, operationName, key } = next;
    next.timer = setTimeout(() => {
      this.#tooLong.set(key, true, 1);
      next.refuse(tooLong(this.#settings.time));
      this.#running = undefined;
      this.#restart();
    }, this.#settings.time);
    this.#thread?.postMessage({ source, operationName } satisfies Job);
  }

  #made({ plan }: Exclude<Made, "ready">): void {
    const job = this.#running;
    this.#running = undefined;
    if (job) {
      clearTimeout(job.timer);
      job.done(plan === null ? undefined : (JSON.parse(plan) as QueryPlan));
    }
    this.#next();
  }

  /** Another thread in the place of the one that there is; what that was making goes first in the next. */
  #restart(): void {
    const { time, config } = this.#settings;
    if (time === 0 || this.#supergraphSdl === undefined) return;
    if (this.#running) {
      clearTimeout(this.#running.timer);
      this.#queue.unshift(this.#running);
      this.#running = undefined;
    }
    void this.#thread?.terminate();
    this.#isReady = false;
    const workerData: PlannerData = { supergraphSdl: this.#supergraphSdl, config };
    const thread = new Worker(new URL(`./thread${import.meta.url.slice(-3)}`, import.meta.url), {
      workerData,
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY },
    });
    thread.unref();
    this.#thread = thread;
    thread.on("message", (message: Made) => {
      if (thread !== this.#thread) return;
      if (message !== "ready") return this.#made(message);
      this.#isReady = true;
      this.#ready.resolve(undefined);
      this.#next();
    });
    thread.on("error", () => undefined);
    thread.once("exit", () => {
      if (thread !== this.#thread) return;
      if (this.#isReady) this.#lost();
      else this.#doWithout();
    });
  }

  /** The thread ended by itself over an operation: that one is not tried again. */
  #lost(): void {
    const job = this.#running;
    this.#running = undefined;
    if (job) {
      clearTimeout(job.timer);
      this.#tooLong.set(job.key, true, 1);
      job.refuse(tooLong(this.#settings.time));
    }
    this.#restart();
  }

  /** A thread that cannot even begin would not the next time: the gateway plans by itself, as it can. */
  #doWithout(): void {
    this.#settings.log.warn("the planner's thread could not be started: plans are made beside the requests");
    this.#thread = undefined;
    this.#ready.resolve(undefined);
    for (const { timer, done } of this.#queue) {
      clearTimeout(timer);
      done(undefined);
    }
    this.#queue = [];
  }
}

function tooLong(time: number): GraphQLError {
  return new GraphQLError(
    `This operation takes more than the ${time / 1000} seconds that are allowed to plan it. Please ask for fewer parts at once.`,
    { extensions: { code: "PLANNING_TOO_LONG", http: { status: 400 } } },
  );
}

function overloaded(): GraphQLError {
  return new GraphQLError("Too many new operations wait to be planned: try again in a moment.", {
    extensions: { code: "OVERLOADED", http: { status: 503 } },
  });
}
