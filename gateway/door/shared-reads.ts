/** Identical reads in flight are answered once: who asks what is being answered already waits for that answer. */
import { setMaxListeners } from "node:events";

interface Flight<Answer> {
  answer: Promise<Answer>;
  waiting: number;
  /** Ends the work when nobody waits for it any more. */
  abandon: () => void;
}

export class SharedReads<Answer> {
  readonly #flights = new Map<string, Flight<Answer>>();

  /**
   * The answer of `work`, or of the work that is under way for the same `key`: whoever gives the same key must be
   * somebody who may be told the same.
   * @returns whether the work was already under way beside its answer
   * @param gone aborted when this caller has gone away; the signal that `work` is given when all who wait have
   */
  async join(
    key: string,
    gone: AbortSignal,
    work: (allGone: AbortSignal) => Promise<Answer>,
  ): Promise<{ answer: Answer; isJoined: boolean }> {
    const underWay = this.#flights.get(key);
    const flight = underWay ?? this.#begin(key, work);
    flight.waiting += 1;
    const leave = () => {
      flight.waiting -= 1;
      if (flight.waiting === 0) flight.abandon();
    };
    if (gone.aborted) leave();
    else gone.addEventListener("abort", leave, { once: true });
    try {
      return { answer: await flight.answer, isJoined: underWay !== undefined };
    } finally {
      gone.removeEventListener("abort", leave);
    }
  }

  #begin(key: string, work: (allGone: AbortSignal) => Promise<Answer>): Flight<Answer> {
    const allGone = new AbortController();
    // Each question to a subgraph listens.
    setMaxListeners(0, allGone.signal);
    const end = () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    };
    const flight: Flight<Answer> = {
      answer: work(allGone.signal).finally(end),
      waiting: 0,
      abandon: () => {
        // Whoever asks the same from now on must not wait for what is being given up.
        end();
        allGone.abort();
      },
    };
    this.#flights.set(key, flight);
    return flight;
  }
}
