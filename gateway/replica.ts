/** One address of a subgraph: its connections, its breaker, and whether it says that it is ready. */
import { Pool, request } from "undici";
import type { Log } from "../platform/log.ts";
import { PASSPORT_HEADER } from "../platform/passport.ts";
import { TIME_LEFT_HEADER } from "../platform/request-work.ts";
import { TRACE_HEADER } from "../platform/tracing.ts";
import { Breaker } from "./breaker.ts";
import type { Patience } from "./clock.ts";
import { exchange } from "./exchange.ts";
import { NoAnswer } from "./subgraph-answer.ts";

export interface ReplicaSettings {
  /** The subgraph's name, for the log. */
  name: string;
  /** The address of its GraphQL endpoint. */
  url: string;
  connections: number;
  log: Log;
  /** How often an address that failed is asked whether it is ready, in milliseconds. */
  probeEvery?: number | undefined;
}

/** What is sent to a subgraph. */
export interface Sent {
  body: string;
  passport: string;
  /** How long the answer is waited for, in milliseconds. */
  timeLeft: number;
  /** Over a connection of its own: one that was kept may be closed at the other end, unseen. */
  fresh: boolean;
  /** The trace that the subgraph's work becomes part of. */
  traceparent: string | undefined;
  patience: Patience;
}

/** A larger answer is refused before it fills the memory, in bytes. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
/** How long a connection may take to open, and an address to say that it is ready, in milliseconds. */
const CONNECT_PATIENCE = 2_000;
const HEALTH_PATIENCE = 1_500;

const JSON_TYPE = /^application\/(graphql-response\+)?json\b/i;

export class Replica {
  readonly breaker: Breaker;
  /** Whether it said so when it was last asked; another one is preferred while it does not. */
  saysReady = true;
  readonly #health: URL;
  readonly #path: string;
  readonly #kept: Pool;
  readonly #fresh: Pool;

  constructor({ name, url, connections, log, probeEvery }: ReplicaSettings) {
    const { origin, pathname, search } = new URL(url);
    const options = {
      connections,
      connectTimeout: CONNECT_PATIENCE,
      maxResponseSize: LARGEST_ANSWER,
      // Each question has its own clock, which the whole answer's deadline sets.
      headersTimeout: 0,
      bodyTimeout: 0,
    };
    this.#path = `${pathname}${search}`;
    this.#health = new URL("/health/ready", url);
    this.#kept = new Pool(origin, options);
    this.#fresh = new Pool(origin, { ...options, pipelining: 0 });
    this.breaker = new Breaker({
      probe: () => this.isReady(),
      onChange: (state) =>
        log[state === "open" ? "warn" : "info"](
          { subgraph: name, address: origin, breaker: state },
          "breaker",
        ),
      probeEvery,
    });
  }

  /**
   * The text of the answer.
   * @throws {NoAnswer} when it is none of GraphQL's, and the HTTP client's error when there is none.
   */
  async ask({ body, passport, timeLeft, fresh, traceparent, patience }: Sent): Promise<string> {
    // Nothing of the caller's own headers is passed on: its token must not be replayable by a partner.
    const headers = [
      "content-type",
      "application/json",
      "accept",
      "application/json",
      PASSPORT_HEADER,
      passport,
      TIME_LEFT_HEADER,
      String(Math.floor(timeLeft)),
    ];
    if (traceparent !== undefined) headers.push(TRACE_HEADER, traceparent);
    const { status, contentType, text } = await exchange(
      fresh ? this.#fresh : this.#kept,
      { method: "POST", path: this.#path, headers, body },
      patience,
    );
    const isJson = JSON_TYPE.test(contentType);
    // 400 with a GraphQL answer is about the caller's own values: the gateway does not know what a Date looks like.
    if (isJson && (status === 200 || status === 400)) return text;
    throw new NoAnswer(isJson || status >= 400 ? `HTTP_${status}` : "NOT_JSON");
  }

  /** Its address, and connections that are open. */
  get address(): string {
    return this.#health.origin;
  }

  get connections(): number {
    return this.#kept.stats.connected + this.#fresh.stats.connected;
  }

  /** Whether it answers that it is ready. */
  async isReady(): Promise<boolean> {
    try {
      const { statusCode, body } = await request(this.#health, {
        headersTimeout: HEALTH_PATIENCE,
        bodyTimeout: HEALTH_PATIENCE,
        signal: AbortSignal.timeout(HEALTH_PATIENCE),
        // Not over a connection that was open before it failed.
        reset: true,
      });
      await body.dump();
      this.saysReady = statusCode === 200;
    } catch {
      this.saysReady = false;
    }
    return this.saysReady;
  }

  /** Closes the connections once what is under way is answered. */
  async close(): Promise<void> {
    this.breaker.close();
    await Promise.all([this.#kept.close(), this.#fresh.close()]);
  }
}
