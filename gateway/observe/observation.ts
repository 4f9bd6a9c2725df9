/** What is seen of one request on its way through the gateway: for its trace, for the metrics and for the log of slow operations. */
import type { Log } from "../../platform/log.ts";
import type { Span, Tracing } from "../../platform/tracing.ts";
import type { GatewayMetrics } from "./metrics.ts";
import type { QueryPlan } from "../plan/types.ts";
import { planText } from "./plan-text.ts";

/** Where what is seen goes; each may be missing. */
export interface Instruments {
  tracing?: Tracing | undefined;
  metrics?: GatewayMetrics | undefined;
  /** From so many milliseconds on an operation is logged with its plan; 0 for never. */
  slowFrom: number;
  log: Log;
  /** The name under which an operation is counted, by the hash of its document: its own, or `other`. */
  countedAs: (operation: string | null, hash: string) => string;
}

/** A question to a subgraph, while it is under way. */
export interface FetchSeen {
  /** The header by which the subgraph's own spans become part of this trace. */
  readonly traceparent: string | undefined;
  /** `reason` when there was no usable answer. */
  ended(reason?: string): void;
}

/** What is told of one request. Nothing of it is a value, a variable or a document. */
export interface Observation {
  /** An operation is known: `hash` is that of its document. */
  operation(name: string | null, kind: string, hash: string): void;
  /** It is about to be planned, or its plan to be found. */
  planning(): void;
  /** `isNew` when it was made and not found. */
  planned(plan: QueryPlan, isNew: boolean): void;
  asking(subgraph: string): FetchSeen;
  /** The operation is answered, with data or without, and with errors of these codes and subgraphs. */
  answered(hasData: boolean, errors: readonly { code: string; subgraph: string }[]): void;
  /** It was answered together with the one of which this was seen, which was under way for the same caller. */
  joined(first: Observation): void;
  /** The request is over; `status` is that of HTTP. */
  end(status: number): void;
}

const UNSEEN_FETCH: FetchSeen = { traceparent: undefined, ended: () => undefined };

/** Sees nothing, for nothing. */
export const UNSEEN: Observation = {
  operation: () => undefined,
  planning: () => undefined,
  planned: () => undefined,
  asking: () => UNSEEN_FETCH,
  answered: () => undefined,
  joined: () => undefined,
  end: () => undefined,
};

/** What became of an operation: everything, data with some errors, or no data. */
type Outcome = "whole" | "partial" | "none";

interface FetchLine {
  subgraph: string;
  /** Milliseconds after the operation began, and until the answer. */
  at: number;
  ms: number;
  reason?: string;
}

/** What `instruments` want to see of the request `requestId`. */
export function observe(instruments: Instruments, requestId: string): Observation {
  const { tracing, metrics, slowFrom } = instruments;
  if (!tracing && !metrics && slowFrom === 0) return UNSEEN;
  return new RequestSeen(instruments, requestId);
}

class RequestSeen implements Observation {
  readonly #to: Instruments;
  readonly #requestId: string;
  readonly #span: Span | undefined;
  #began = performance.now();
  #planningFrom = 0;
  #name: string | null = null;
  #kind = "none";
  #hash = "";
  #outcome: Outcome = "none";
  #plan: QueryPlan | undefined;
  #fetches: FetchLine[] = [];

  constructor(to: Instruments, requestId: string) {
    this.#to = to;
    this.#requestId = requestId;
    this.#span = to.tracing?.begin("gateway request", "server", undefined, {
      "continuum.request_id": requestId,
    });
  }

  operation(name: string | null, kind: string, hash: string): void {
    // A file is made of several operations, one after the other.
    if (this.#hash !== "") this.#began = performance.now();
    this.#name = name;
    this.#kind = kind;
    this.#hash = hash;
    this.#plan = undefined;
    this.#fetches = [];
    this.#span?.set({
      "graphql.operation.type": kind,
      "graphql.document.hash": hash,
      ...(name === null ? {} : { "graphql.operation.name": name }),
    });
  }

  planning(): void {
    this.#planningFrom = performance.now();
  }

  planned(plan: QueryPlan, isNew: boolean): void {
    this.#plan = plan;
    this.#to.metrics?.planned(isNew ? (performance.now() - this.#planningFrom) / 1000 : undefined);
    this.#span?.child("plan", "internal", { "continuum.plan.cached": !isNew }, this.#planningFrom).end();
  }

  asking(subgraph: string): FetchSeen {
    const from = performance.now();
    const span = this.#span?.child(`fetch ${subgraph}`, "client", {
      "continuum.subgraph": subgraph,
      "continuum.request_id": this.#requestId,
    });
    return {
      traceparent: span?.traceparent,
      ended: (reason) => {
        const ms = performance.now() - from;
        span?.end(reason);
        this.#to.metrics?.fetched(subgraph, ms / 1000, reason);
        const at = rounded(from - this.#began);
        this.#fetches.push({ subgraph, at, ms: rounded(ms), ...(reason === undefined ? {} : { reason }) });
      },
    };
  }

  answered(hasData: boolean, errors: readonly { code: string; subgraph: string }[]): void {
    const ms = performance.now() - this.#began;
    const outcome = errors.length === 0 ? "whole" : hasData ? "partial" : "none";
    this.#outcome = outcome;
    const { metrics, slowFrom } = this.#to;
    metrics?.answered(this.#to.countedAs(this.#name, this.#hash), this.#kind, outcome, ms / 1000);
    for (const { code, subgraph } of errors) metrics?.error(code, subgraph);
    this.#span?.set({ "continuum.outcome": outcome });
    if (slowFrom > 0 && ms >= slowFrom) this.#logSlow(rounded(ms), outcome);
  }

  joined(first: Observation): void {
    if (!(first instanceof RequestSeen)) return;
    const name = first.#name;
    this.#to.metrics?.joined(this.#to.countedAs(name, first.#hash), first.#outcome);
    this.#span?.set({
      "continuum.joined_request_id": first.#requestId,
      "continuum.outcome": first.#outcome,
      ...(name === null ? {} : { "graphql.operation.name": name }),
    });
  }

  end(status: number): void {
    this.#span?.set({ "http.response.status_code": status });
    this.#span?.end(status >= 500 ? `HTTP_${status}` : undefined);
  }

  #logSlow(ms: number, outcome: string): void {
    this.#to.log.warn(
      {
        request: this.#requestId,
        operation: this.#name,
        hash: this.#hash,
        ms,
        outcome,
        fetches: this.#fetches,
        plan: this.#plan ? planText(this.#plan) : null,
      },
      "slow operation",
    );
  }
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
