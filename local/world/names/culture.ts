/** A part of the public by the names it carries: where it comes from, and what people there are called. */

/** How the family name is made: one name, two, one before the given name in daily use, or none at all. */
export type NameOrder = "ONE" | "DOUBLE" | "FAMILY_FIRST" | "SINGLE";

export interface Culture {
  /** ISO 3166-1 codes of the countries, the most frequent first. */
  countries: readonly string[];
  /** How often it comes among a hundred and some. */
  weight: number;
  order: NameOrder;
  women: readonly string[];
  men: readonly string[];
  families: readonly string[];
  /** How a family name sounds for a woman, where that differs. */
  feminine?: (family: string) => string;
}

/** The names of a list written in one line, separated by commas. */
export function list(names: string): readonly string[] {
  return names.split(",").map((name) => name.trim());
}
