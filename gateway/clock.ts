/** Ends the wait for a subgraph when the time is up, or when whoever asked has gone. */
import { NoAnswer } from "./subgraph-answer.ts";

/** A wait that may come to an end before there is anything to have. */
export interface Patience {
  /** Why it has ended; undefined while it has not. */
  readonly ended: NoAnswer | undefined;
  /** Calls `then` when it ends, instead of what was to be called before. */
  whenEnded: (then: (why: NoAnswer) => void) => void;
}

/** What a wait is bounded by. */
interface Bounds {
  /** The moment at which the whole answer is due, on the clock of `performance.now()`. */
  deadline: number;
  gone: AbortSignal | undefined;
}

/** Plain calls and no events: each question to a subgraph has one of these, and an abort controller costs more than that. */
export class Clock implements Patience {
  /** How long the wait may take, in milliseconds. */
  readonly time: number;
  /** Whether the time was so short that missing it says nothing of the subgraph. */
  readonly wasShort: boolean;
  #ended: NoAnswer | undefined;
  #then: ((why: NoAnswer) => void) | undefined;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #gone: AbortSignal | undefined;
  readonly #giveUp = () => this.#end("CLIENT_GONE");

  constructor({ deadline, gone }: Bounds, timeout: number) {
    const left = deadline - performance.now();
    this.time = Math.max(0, Math.min(timeout, left));
    this.wasShort = left < timeout / 2;
    if (left <= 0) this.#end("DEADLINE");
    else if (gone?.aborted) this.#giveUp();
    else {
      this.#timer = setTimeout(() => this.#end("TIMEOUT"), this.time);
      this.#gone = gone;
      gone?.addEventListener("abort", this.#giveUp, { once: true });
    }
  }

  get ended(): NoAnswer | undefined {
    return this.#ended;
  }

  whenEnded(then: (why: NoAnswer) => void): void {
    this.#then = then;
    if (this.#ended) then(this.#ended);
  }

  stop(): void {
    this.#then = undefined;
    clearTimeout(this.#timer);
    this.#gone?.removeEventListener("abort", this.#giveUp);
  }

  #end(why: string): void {
    this.#ended ??= new NoAnswer(why);
    this.#then?.(this.#ended);
  }
}
