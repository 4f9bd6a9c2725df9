/** Chance that is the same every time: a small generator (sfc32), seeded by words, and what the world draws from it. */

export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** Two generators with the same key give the same draws. */
  constructor(private readonly key: string) {
    [this.a, this.b, this.c] = [hash(key, 0x9e3779b9), hash(key, 0x85ebca6b), hash(key, 0xc2b2ae35)];
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** A generator of its own for one part of the work, so that what is drawn there moves nothing elsewhere. */
  fork(part: string): Random {
    return new Random(`${this.key}/${part}`);
  }

  /** 32 bits. */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor((this.next() / 0x1_0000_0000) * (max - min + 1));
  }

  /** True in a share of the cases, 0 to 1. */
  chance(share: number): boolean {
    return this.next() / 0x1_0000_0000 < share;
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.int(0, values.length - 1)];
    if (value === undefined) throw new RangeError("There is nothing to pick from.");
    return value;
  }

  /** One of the values, each as often as its weight says. */
  weighted<Value>(values: readonly (readonly [Value, number])[]): Value {
    let left = (this.next() / 0x1_0000_0000) * values.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of values) if ((left -= weight) < 0) return value;
    return this.pick(values)[0];
  }

  /** The values in another order. */
  shuffled<Value>(values: readonly Value[]): Value[] {
    const list = [...values];
    for (let last = list.length - 1; last > 0; last -= 1) {
      const other = this.int(0, last);
      [list[last], list[other]] = [list[other] as Value, list[last] as Value];
    }
    return list;
  }

  /** So many of the values, each at most once. */
  some<Value>(values: readonly Value[], count: number): Value[] {
    return this.shuffled(values).slice(0, count);
  }

  /** An id in the layout of UUID v7: the moment in milliseconds, then chance. */
  uuid(moment: number): string {
    const time = Math.max(0, moment).toString(16).padStart(12, "0");
    const [one, two, three] = [hex(this.next()), hex(this.next()), hex(this.next())];
    const variant = ((this.next() & 0x3) | 0x8).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${one.slice(0, 3)}-${variant}${one.slice(3, 6)}-${two}${three.slice(0, 4)}`;
  }
}

function hex(number: number): string {
  return number.toString(16).padStart(8, "0");
}

/** 32 bits of a text (FNV-1a with a finish that spreads neighbours apart). */
function hash(text: string, seed: number): number {
  let state = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x7feb352d);
  state = Math.imul(state ^ (state >>> 15), 0x846ca68b);
  return (state ^ (state >>> 16)) | 0;
}
