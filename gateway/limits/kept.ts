/** A memory with two bounds, of entries and of their size together; what was not used longest goes first. */
export class Kept<Value> {
  readonly #entries = new Map<string, { value: Value; size: number }>();
  readonly #mostEntries: number;
  readonly #mostSize: number;
  #size = 0;

  constructor(mostEntries: number, mostSize: number) {
    this.#mostEntries = mostEntries;
    this.#mostSize = mostSize;
  }

  /** How many are kept. */
  get count(): number {
    return this.#entries.size;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Keeps `value`, which counts as `size`; one larger than all that may be kept is not. */
  set(key: string, value: Value, size: number): void {
    this.#drop(key);
    if (size > this.#mostSize) return;
    this.#entries.set(key, { value, size });
    this.#size += size;
    while (this.#entries.size > this.#mostEntries || this.#size > this.#mostSize) {
      const [oldest] = this.#entries.keys();
      if (oldest === undefined) return;
      this.#drop(oldest);
    }
  }

  /** Whether there was one. */
  delete(key: string): boolean {
    const had = this.#entries.has(key);
    this.#drop(key);
    return had;
  }

  clear(): void {
    this.#entries.clear();
    this.#size = 0;
  }

  #drop(key: string): void {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }
}
