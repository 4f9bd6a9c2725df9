/** How well groups of registrations agree, field by field, kept up to date while groups are joined. */
import type { Evidence } from "./compare.ts";

/** What the fields of one pair weigh, in bits; a field that one side does not have is left out. */
export type Pieces = readonly Pick<Evidence, "field" | "weight">[];

/** One field of one pair can speak for or against a group only so loudly, in bits. */
const LOUDEST = 30;
/** Bits for each doubling of the larger group: of two groups that agree alike, the one of many is sooner right. */
const OF_MANY = 0.5;

/**
 * Each field is averaged over those who have it on both sides, and the fields are added: what one row of a group does not
 * say, another says for it, and a chain of weak pairs is no more than its average.
 */
export class Linkage {
  /** The rows of each group; the group of a row begins under its own number. */
  readonly members: number[][];
  /** By field, of each two groups: the sum of the bits, and of how many pairs. */
  private readonly fields = new Map<string, { bits: Float64Array; pairs: Float64Array }>();

  /** Groups of one row each, `size` of them. */
  constructor(
    private readonly size: number,
    piecesOf: (one: number, other: number) => Pieces,
  ) {
    this.members = Array.from({ length: size }, (_, row) => [row]);
    for (let one = 0; one < size; one++)
      for (let other = one + 1; other < size; other++)
        for (const { field, weight } of piecesOf(one, other)) {
          const { bits, pairs } = this.field(field);
          const heard = Math.max(-LOUDEST, Math.min(LOUDEST, weight));
          bits[one * size + other] = bits[other * size + one] = heard;
          pairs[one * size + other] = pairs[other * size + one] = 1;
        }
  }

  /** Bits for one person in these two groups. */
  weight(one: number, other: number): number {
    const at = one * this.size + other;
    let total = 0;
    for (const { bits, pairs } of this.fields.values()) {
      const count = pairs[at] ?? 0;
      if (count > 0) total += (bits[at] ?? 0) / count;
    }
    const larger = Math.max(this.members[one]?.length ?? 1, this.members[other]?.length ?? 1);
    return total + OF_MANY * Math.log2(larger);
  }

  /** The rows of the second group belong to the first from now on. */
  join(kept: number, gone: number): void {
    this.members[kept]?.push(...(this.members[gone] ?? []));
    for (const { bits, pairs } of this.fields.values())
      for (let group = 0; group < this.size; group++)
        for (const table of [bits, pairs]) {
          const joint = (table[kept * this.size + group] ?? 0) + (table[gone * this.size + group] ?? 0);
          table[kept * this.size + group] = table[group * this.size + kept] = joint;
        }
  }

  private field(name: string): { bits: Float64Array; pairs: Float64Array } {
    let found = this.fields.get(name);
    if (found === undefined) {
      const cells = this.size * this.size;
      found = { bits: new Float64Array(cells), pairs: new Float64Array(cells) };
      this.fields.set(name, found);
    }
    return found;
  }
}
