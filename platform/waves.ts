/**
 * Waves: the loaders of one request wait for one another.
 *
 * A plain DataLoader fires as soon as its own keys are in, so that two lists which both lead to a position would
 * read the positions twice. Here every loader of a request fires once nothing of that request is being read any
 * more: one statement per table and level, whatever the number of parents and of paths to a table.
 */
import DataLoader from "dataloader";

export class Waves {
  private reading = 0;
  private waiting: (() => void)[] = [];
  private armed = false;

  /** Counts a read (a list at the root, say) as part of the current wave: loaders wait for it. */
  async track<T>(read: Promise<T>): Promise<T> {
    this.reading += 1;
    try {
      return await read;
    } finally {
      this.reading -= 1;
      this.arm();
    }
  }

  /** A loader whose batches belong to the waves of this request. `batch` answers in the order of the keys. */
  loader<Key, Value>(
    batch: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  ): DataLoader<Key, Value> {
    return new DataLoader<Key, Value>((keys) => this.track(batch(keys)), {
      batchScheduleFn: (fire) => {
        this.waiting.push(fire);
        this.arm();
      },
    });
  }

  /** Fires what waits, after the promises of the last answers have settled and if nothing is being read. */
  private arm(): void {
    if (this.armed || this.reading > 0 || this.waiting.length === 0) return;
    this.armed = true;
    setImmediate(() => {
      this.armed = false;
      if (this.reading > 0) return;
      const wave = this.waiting;
      this.waiting = [];
      for (const fire of wave) fire();
    });
  }
}
