/** What the matcher has learnt, as data: how often each level of agreement is seen in one person, and in two. */
import learnt from "./model.json" with { type: "json" };

/** How often a level is seen: m in two records of one person, u in records of two people. */
export interface Chance {
  m: number;
  u: number;
}

export interface Model {
  /** Counts up with each training. */
  version: number;
  /** What it was trained on, in a sentence. */
  source: string;
  /** Share of all pairs of registrations that are one person. */
  prior: number;
  /** By field, by level. */
  fields: Readonly<Record<string, Readonly<Record<string, Chance>>>>;
  /** By kind of value, the share of people who bear it. */
  frequencies: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The share for a value never seen. */
  rare: Readonly<Record<string, number>>;
  /**
   * Telephone, mail and address of a household are shared together: ONE_PIECE counts the strongest of them alone;
   * SEPARATE adds them, for files of people who share nothing.
   */
  contact: "ONE_PIECE" | "SEPARATE";
  /**
   * In ONE_PIECE, the most that contact details can weigh, in bits: those who are compared are often of one household,
   * and share a telephone far more often than two people met by chance.
   */
  household: number;
  thresholds: Thresholds;
  /** Tells more degrees of difference apart, for files with many errors in few columns. */
  finer?: boolean;
}

/** Bits of evidence. */
export interface Thresholds {
  /** From here on linked without a human, unless a gate forbids it. */
  link: number;
  /** From here on shown to a human. */
  review: number;
}

/** The model that the hub uses. */
export const currentModel: Model = learnt as Model;

/** The chances of a level; what was never seen is taken as telling nothing. */
export function chanceOf(model: Model, field: string, level: string): Chance {
  return model.fields[field]?.[level] ?? model.fields["other"]?.[level] ?? { m: 1, u: 1 };
}

/** The share of people who bear this value. */
export function frequencyOf(model: Model, kind: string, value: string): number {
  return model.frequencies[kind]?.[value] ?? model.rare[kind] ?? 0.001;
}
