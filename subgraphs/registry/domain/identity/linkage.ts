/** How well two groups of registrations agree, field by field, kept up to date while groups are joined. */
import type { Evidence } from "./compare.ts";

/** What the fields of one pair weigh, in bits. */
export type Pieces = readonly Pick<Evidence, "field" | "weight">[];

/** One field of one pair can speak for or against a group only so loudly. */
const LOUDEST = 30;
const X = globalThis.process.env;
const MEAN = Number(X["MEAN"] ?? 0);
const BONUS = Number(X["BONUS"] ?? 0);

export class Linkage {
  /** By field, of each row against each group: the sum of its chances (two to the bits), and of how many rows of it. */
  private readonly fields: { sums: Float64Array; bits: Float64Array; counts: Float64Array }[] = [];
  readonly members: number[][];

  constructor(
    private readonly size: number,
    piecesOf: (i: number, j: number) => Pieces,
  ) {
    this.members = Array.from({ length: size }, (_, i) => [i]);
    const places = new Map<string, number>();
    for (let i = 0; i < size; i++)
      for (let j = i + 1; j < size; j++)
        for (const { field, weight } of piecesOf(i, j)) {
          let place = places.get(field);
          if (place === undefined) {
            place = this.fields.length;
            places.set(field, place);
            this.fields.push({
              sums: new Float64Array(size * size),
              bits: new Float64Array(size * size),
              counts: new Float64Array(size * size),
            });
          }
          const table = this.fields[place];
          if (table === undefined) continue;
          const bits = Math.max(-LOUDEST, Math.min(LOUDEST, weight));
          for (const at of [i * size + j, j * size + i]) {
            table.sums[at] = 2 ** bits;
            table.bits[at] = bits;
            table.counts[at] = 1;
          }
        }
  }

  join(kept: number, gone: number): void {
    this.members[kept]?.push(...(this.members[gone] ?? []));
    for (const { sums, bits, counts } of this.fields)
      for (let row = 0; row < this.size; row++) {
        const [to, from] = [row * this.size + kept, row * this.size + gone];
        sums[to] = (sums[to] ?? 0) + (sums[from] ?? 0);
        bits[to] = (bits[to] ?? 0) + (bits[from] ?? 0);
        counts[to] = (counts[to] ?? 0) + (counts[from] ?? 0);
      }
  }

  weight(i: number, j: number): number {
    const [a, b] = [this.members[i] ?? [], this.members[j] ?? []];
    let total = 0;
    for (const table of this.fields) total += (this.heard(table, a, j) + this.heard(table, b, i)) / 2;
    return total + BONUS * Math.log2(Math.max(a.length, b.length));
  }

  private heard(
    { sums, bits, counts }: { sums: Float64Array; bits: Float64Array; counts: Float64Array },
    rows: readonly number[],
    group: number,
  ): number {
    let total = 0;
    let known = 0;
    for (const row of rows) {
      const at = row * this.size + group;
      const count = counts[at] ?? 0;
      if (count === 0) continue;
      known++;
      total += (1 - MEAN) * Math.log2((sums[at] ?? 1) / count) + (MEAN * (bits[at] ?? 0)) / count;
    }
    return known === 0 ? 0 : total / known;
  }
}
