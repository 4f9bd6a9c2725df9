/** Turns at one subgraph: so many at once, so many waiting, and no more, so that a slow partner cannot fill the gateway. */
import { NoAnswer } from "./subgraph-answer.ts";

export class SubgraphTurns {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  #busy = 0;
  /** In the order in which they came. */
  readonly #waiting = new Set<() => void>();

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** Questions that have their turn, and those that wait for it. */
  get busy(): number {
    return this.#busy;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Resolves, when it is one's turn, with what ends it.
   * @throws {NoAnswer} at once when too many wait, and with the signal's reason when that is aborted first.
   */
  async take(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#busy < this.#atOnce) this.#busy += 1;
    else await this.#wait(signal);
    return () => this.#next();
  }

  #wait(signal: AbortSignal): Promise<void> {
    if (this.#waiting.size >= this.#mostWaiting) throw new NoAnswer("QUEUE_FULL");
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal.removeEventListener("abort", giveUp);
        resolve();
      };
      const giveUp = () => {
        this.#waiting.delete(begin);
        reject(signal.reason as Error);
      };
      this.#waiting.add(begin);
      signal.addEventListener("abort", giveUp, { once: true });
    });
  }

  /** Hands the turn on to whoever has waited longest. */
  #next(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#busy -= 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
