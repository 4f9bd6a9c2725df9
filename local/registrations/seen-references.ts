/** On which line each reference of a file stood first, in a few bytes each: a file may have millions. */

export class SeenReferences {
  private count = 0;
  private slots = 1 << 12;
  private high = new Uint32Array(this.slots);
  private low = new Uint32Array(this.slots);
  private lines = new Uint32Array(this.slots);

  /** The line on which the reference stood before; null when it is new, and then it is kept with `line` (1 or more). */
  firstLineOf(reference: string, line: number): number | null {
    const [high, low] = hashOf(reference);
    const at = this.slotOf(high, low);
    const before = this.lines[at];
    if (before) return before;
    this.put(at, high, low, line);
    this.count += 1;
    if (this.count * 2 > this.slots) this.grow();
    return null;
  }

  private slotOf(high: number, low: number): number {
    let at = low & (this.slots - 1);
    while (this.lines[at] !== 0 && (this.high[at] !== high || this.low[at] !== low))
      at = (at + 1) & (this.slots - 1);
    return at;
  }

  private put(at: number, high: number, low: number, line: number): void {
    this.high[at] = high;
    this.low[at] = low;
    this.lines[at] = line;
  }

  private grow(): void {
    const { high, low, lines } = this;
    this.slots *= 2;
    this.high = new Uint32Array(this.slots);
    this.low = new Uint32Array(this.slots);
    this.lines = new Uint32Array(this.slots);
    lines.forEach((line, at) => {
      if (line !== 0) this.put(this.slotOf(high[at] ?? 0, low[at] ?? 0), high[at] ?? 0, low[at] ?? 0, line);
    });
  }
}

/** 64 bits, as MurmurHash mixes them: among ten million references, two alike by chance once in 400,000 files. */
function hashOf(text: string): [number, number] {
  let [a, b] = [0x9e3779b9, 0x85ebca6b];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5bd1e995);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return [a >>> 0, b >>> 0];
}
