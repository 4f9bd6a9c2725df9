/** Turns at one subgraph: so many at once, so many waiting, and no more, so that a slow partner cannot fill the gateway. */
import type { Patience } from "./clock.ts";
import { NoAnswer } from "./subgraph-answer.ts";

export class SubgraphTurns {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  #busy = 0;
  readonly #end = () => this.#next();
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

  /** What ends one's turn, when one may have it at once; otherwise null. */
  takeFree(): (() => void) | null {
    if (this.#busy >= this.#atOnce) return null;
    this.#busy += 1;
    return this.#end;
  }

  /**
   * Resolves, when it is one's turn, with what ends it.
   * @throws {NoAnswer} at once when too many wait, and why `patience` ended when it does so first.
   */
  async take(patience: Patience): Promise<() => void> {
    if (patience.ended) throw patience.ended;
    const free = this.takeFree();
    if (free) return free;
    if (this.#waiting.size >= this.#mostWaiting) throw new NoAnswer("QUEUE_FULL");
    return new Promise((resolve, reject) => {
      const begin = () => resolve(this.#end);
      this.#waiting.add(begin);
      patience.whenEnded((why) => {
        if (this.#waiting.delete(begin)) reject(why);
      });
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
