/** Places for what stays open: so many in all, and so many for one. */

export class Places {
  readonly #taken = new Map<string, number>();
  readonly #all: number;
  readonly #each: number;
  #count = 0;

  constructor(all: number, each: number) {
    this.#all = all;
    this.#each = each;
  }

  /** What gives the place back, once; null when there is none. */
  take(key: string): (() => void) | null {
    const own = this.#taken.get(key) ?? 0;
    if (this.#count >= this.#all || own >= this.#each) return null;
    this.#count += 1;
    this.#taken.set(key, own + 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#count -= 1;
      const left = (this.#taken.get(key) ?? 1) - 1;
      if (left > 0) this.#taken.set(key, left);
      else this.#taken.delete(key);
    };
  }
}
