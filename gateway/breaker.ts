/**
 * A circuit breaker for one address of a subgraph: after several failures in a row nobody waits for it any more. It is
 * asked in the background whether it is ready again, then by one caller's question at a time, and then by all.
 */

export type BreakerState = "closed" | "open" | "half-open";

/** The leave to ask; whoever has it says once how it went. */
export interface Pass {
  succeeded: () => void;
  failed: () => void;
  /** Nothing was learned: the caller went away, say. */
  neither: () => void;
}

export interface BreakerSettings {
  /** Asks the address whether it is ready. */
  probe: () => Promise<boolean>;
  onChange: (state: BreakerState) => void;
  /** The time between two probes, in milliseconds. */
  probeEvery?: number | undefined;
}

/** So many failures in a row open the breaker. */
export const FAILURES = 5;

const PROBE_EVERY = 1_000;

/** When questions fail though the address says that it is ready, the wait doubles, up to so many times the first. */
const LONGEST_WAIT = 8;

export class Breaker {
  readonly #settings: BreakerSettings;
  #state: BreakerState = "closed";
  #failures = 0;
  #wait = 1;
  #trial = false;
  #timer: NodeJS.Timeout | undefined;
  /** Answers to what was asked before a change of state say nothing of the state after it. */
  #era = 0;

  constructor(settings: BreakerSettings) {
    this.#settings = settings;
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** The leave to ask now; null when nobody should. */
  enter(): Pass | null {
    if (this.#state === "open" || (this.#state === "half-open" && this.#trial)) return null;
    this.#trial = this.#state === "half-open";
    const era = this.#era;
    const settle = (learn: () => void) => () => {
      if (era === this.#era) learn();
    };
    return {
      succeeded: settle(() => this.#succeeded()),
      failed: settle(() => this.#failed()),
      neither: settle(() => (this.#trial = false)),
    };
  }

  /** Ends the probing. */
  close(): void {
    clearTimeout(this.#timer);
    this.#era += 1;
  }

  #succeeded(): void {
    this.#failures = 0;
    this.#wait = 1;
    if (this.#state !== "closed") this.#become("closed");
  }

  #failed(): void {
    this.#failures += 1;
    if (this.#state === "half-open") this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    else if (this.#failures < FAILURES) return;
    this.#become("open");
    this.#probeLater();
  }

  #probeLater(): void {
    const era = this.#era;
    const wait = this.#wait * (this.#settings.probeEvery ?? PROBE_EVERY);
    this.#timer = setTimeout(() => {
      void this.#settings.probe().then((isReady) => {
        if (era !== this.#era) return;
        if (isReady) this.#become("half-open");
        else this.#probeLater();
      });
    }, wait).unref();
  }

  #become(state: BreakerState): void {
    this.#state = state;
    this.#failures = 0;
    this.#trial = false;
    this.#era += 1;
    this.#settings.onChange(state);
  }
}
