/** The addresses of one subgraph, one after the other: those that fail, or say that they are leaving, are passed over. */
import type { Pass } from "./breaker.ts";
import type { SubgraphState } from "./observe/metrics.ts";
import { Replica, type ReplicaSettings } from "./replica.ts";

/** How often each of several addresses is asked whether it is ready, in milliseconds. */
const LOOK_EVERY = 1_000;

export class Replicas {
  readonly #all: readonly Replica[];
  readonly #looking: NodeJS.Timeout | undefined;
  #turn = 0;

  constructor(urls: readonly string[], settings: Omit<ReplicaSettings, "url">) {
    this.#all = urls.map((url) => new Replica({ ...settings, url }));
    // Of one address alone it changes nothing to know.
    if (this.#all.length > 1)
      this.#looking = setInterval(() => {
        for (const replica of this.#all) void replica.isReady();
      }, LOOK_EVERY).unref();
  }

  get several(): boolean {
    return this.#all.length > 1;
  }

  /** The next address that may be asked, rather not `last`; null when there is none. */
  next(last?: Replica): { replica: Replica; pass: Pass } | null {
    this.#turn = (this.#turn + 1) % this.#all.length;
    const round = [...this.#all.slice(this.#turn), ...this.#all.slice(0, this.#turn)];
    const worth = (replica: Replica) =>
      Number(replica !== last) * 4 + Number(replica.breaker.state !== "open") * 2 + Number(replica.saysReady);
    // With a single address, as with many, nothing is sorted on the way of each question unless it has to be.
    if (round.length > 1) round.sort((a, b) => worth(b) - worth(a));
    for (const replica of round) {
      const pass = replica.breaker.enter();
      if (pass) return { replica, pass };
    }
    return null;
  }

  /** Whether one of them says that it is ready. */
  async areReady(): Promise<boolean> {
    return (await Promise.all(this.#all.map((replica) => replica.isReady()))).includes(true);
  }

  /** Whether all of them failed so often that they are not asked. */
  get areOpen(): boolean {
    return this.#all.every(({ breaker }) => breaker.state === "open");
  }

  /** How each address stands. */
  get states(): SubgraphState["addresses"] {
    return this.#all.map(({ address, breaker, connections }) => ({
      address,
      breaker: breaker.state,
      connections,
    }));
  }

  async close(): Promise<void> {
    clearInterval(this.#looking);
    await Promise.all(this.#all.map((replica) => replica.close()));
  }
}
