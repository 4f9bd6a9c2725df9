/**
 * What one request has under way, and how it is cut short: when whoever asked has gone, or the time is up, its running
 * statements are cancelled in PostgreSQL and no further one begins. Carried along the calls of the request, so that
 * no resolver, loader or action needs to pass it on.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Span } from "./tracing.ts";

/** The HTTP header by which the gateway says how long it will wait for an answer, in milliseconds. */
export const TIME_LEFT_HEADER = "continuum-time-left";

/** Thrown in place of a statement that nobody waits for any more. */
export class WorkCut extends Error {
  override readonly name = "WorkCut";
  readonly code = "WORK_CUT";
}

const current = new AsyncLocalStorage<RequestWork>();

/** The work of the request that runs this code; undefined outside of requests, and then nothing is cut. */
export function workUnderWay(): RequestWork | undefined {
  return current.getStore();
}

export class RequestWork {
  #isCut = false;
  #mustFinish = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #running = new Set<() => void>();
  /** The request in its trace, when it is traced. */
  readonly span: Span | undefined;

  /** @param timeLeft after which the work is cut, in milliseconds */
  constructor(timeLeft: number, span?: Span) {
    this.span = span;
    this.#timer = setTimeout(() => this.cut(), timeLeft);
  }

  /** Runs `work` as this request's. */
  run<T>(work: () => T): T {
    return current.run(this, work);
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  /** Cancels what is running and refuses what would follow; a change under way goes on to its end. */
  cut(): void {
    if (this.#isCut || this.#mustFinish) return;
    this.#isCut = true;
    for (const cancel of this.#running) cancel();
  }

  /**
   * From now on the work is not cut: it is a change, and half of it would help nobody.
   * @throws {WorkCut} when it was cut before it began.
   */
  finishWhatever(): void {
    this.throwIfCut();
    this.#mustFinish = true;
  }

  throwIfCut(): void {
    if (this.#isCut) throw new WorkCut();
  }

  /** Calls `cancel` if the work is cut before the function that is given back is called. */
  whenCut(cancel: () => void): () => void {
    this.#running.add(cancel);
    return () => this.#running.delete(cancel);
  }

  /** The request is answered. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
