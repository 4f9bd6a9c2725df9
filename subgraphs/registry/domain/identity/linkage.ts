/** Groups of registrations and how well those that touch agree, field by field, kept up to date while they are joined. */
import type { Evidence } from "./compare.ts";
import { heard } from "./heard.ts";
import { Queue } from "./queue.ts";

/** What the fields of one pair weigh, in bits; a field that one side does not have is left out. */
export type Pieces = readonly Pick<Evidence, "field" | "weight">[];

/** Bits for each doubling of the larger group: of two groups that agree alike, the one of many is sooner right. */
const OF_MANY = 0.25;
/** So many rows of a group speak for it to a group that it has not met. */
const SPEAKERS = 4;
/** Groups that are so many bits too far apart are forgotten until something brings them together again. */
const FORGOTTEN = 20;

/** Two groups that touch. */
interface Tie {
  one: number;
  other: number;
  /** By field: the sum of the bits of their pairs, and how many pairs. */
  sums: Float64Array;
  weight: number;
}

/**
 * Each field is averaged over the pairs that have it on both sides, and the fields are added: what one row of a group does
 * not say, another says for it, and a chain of weak pairs is no more than its average.
 */
export class Linkage {
  /** The rows of each group, which goes by its first row; empty for those that were joined to another. */
  readonly members: number[][];
  private readonly ties: Map<number, Tie>[];
  private readonly places = new Map<string, number>();
  private readonly queue = new Queue<Tie>();

  /** Groups of one row each. `threshold`: the weight, in bits, from which on two groups are joined. */
  constructor(
    size: number,
    private readonly threshold: number,
    private readonly weigh: (one: number, other: number) => Pieces,
  ) {
    this.members = Array.from({ length: size }, (_, row) => [row]);
    this.ties = Array.from({ length: size }, () => new Map<number, Tie>());
  }

  /** Two rows that may be one person. */
  touch(one: number, other: number): void {
    this.keep(this.between(one, other));
  }

  /** Joins the two that agree best, and again, as long as they reach the threshold. */
  join(): void {
    for (let tie = this.queue.take(); tie !== undefined; tie = this.queue.take())
      if (this.ties[tie.one]?.get(tie.other) === tie) this.merge(tie.one, tie.other);
  }

  private merge(kept: number, gone: number): void {
    const [near, far] = [this.ties[kept], this.ties[gone]];
    if (near === undefined || far === undefined) return;
    const touching = new Set([...near.keys(), ...far.keys()]);
    const joint: Tie[] = [];
    for (const group of touching) {
      if (group === kept || group === gone) continue;
      const a = near.get(group) ?? this.between(kept, group);
      const b = far.get(group) ?? this.between(gone, group);
      joint.push({ one: kept, other: group, sums: added(a.sums, b.sums), weight: 0 });
      this.ties[group]?.delete(kept);
      this.ties[group]?.delete(gone);
    }
    near.clear();
    far.clear();
    this.members[kept] = [...(this.members[kept] ?? []), ...(this.members[gone] ?? [])];
    this.members[gone] = [];
    for (const tie of joint) this.keep({ ...tie, weight: this.weightOf(tie) });
  }

  private keep(tie: Tie): void {
    if (tie.weight < this.threshold - FORGOTTEN) return;
    this.ties[tie.one]?.set(tie.other, tie);
    this.ties[tie.other]?.set(tie.one, tie);
    if (tie.weight >= this.threshold) this.queue.add(tie, tie.weight);
  }

  /** How two groups agree that have not met: of large ones, some rows speak for all. */
  private between(one: number, other: number): Tie {
    const [ours, theirs] = [this.members[one] ?? [], this.members[other] ?? []];
    const [some, few] = [speakersOf(ours), speakersOf(theirs)];
    const stand = (ours.length * theirs.length) / (some.length * few.length);
    let sums = new Float64Array(2 * this.places.size);
    for (const row of some)
      for (const second of few)
        for (const { field, weight } of this.weigh(row, second)) {
          const place = this.placeOf(field);
          if (sums.length < 2 * this.places.size) sums = added(sums, new Float64Array(2 * this.places.size));
          sums[2 * place] = (sums[2 * place] ?? 0) + heard(weight) * stand;
          sums[2 * place + 1] = (sums[2 * place + 1] ?? 0) + stand;
        }
    const tie = { one, other, sums, weight: 0 };
    return { ...tie, weight: this.weightOf(tie) };
  }

  private placeOf(field: string): number {
    const place = this.places.get(field) ?? this.places.size;
    this.places.set(field, place);
    return place;
  }

  private weightOf({ one, other, sums }: Tie): number {
    let total = 0;
    for (let place = 0; place < sums.length; place += 2) {
      const pairs = sums[place + 1] ?? 0;
      if (pairs > 0) total += (sums[place] ?? 0) / pairs;
    }
    return (
      total + OF_MANY * Math.log2(Math.max(this.members[one]?.length ?? 1, this.members[other]?.length ?? 1))
    );
  }
}

function speakersOf(rows: readonly number[]): readonly number[] {
  if (rows.length <= SPEAKERS) return rows;
  return Array.from(
    { length: SPEAKERS },
    (_, place) => rows[Math.floor((place * rows.length) / SPEAKERS)] ?? 0,
  );
}

function added(a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const sums = Float64Array.from(long);
  short.forEach((bits, place) => (sums[place] = (sums[place] ?? 0) + bits));
  return sums;
}
