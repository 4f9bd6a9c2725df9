/** Lists of names by culture, read from their compact form. */
import { test } from "./test.ts";
import { tuning } from "./tuning.ts";

export const CULTURES = [
  "quebec",
  "arabic",
  "latin",
  "westAfrica",
  "haiti",
  "slavic",
  "vietnam",
  "china",
  "southAsia",
  "brazil",
  "persia",
] as const;
export type Culture = (typeof CULTURES)[number];

export type NameLists = Readonly<Record<Culture, { men: string; women: string; family: string }>>;

/** All spellings of one name, the usual one first. */
export type Spellings = readonly string[];

export interface CultureNames {
  culture: Culture;
  men: Spellings[];
  women: Spellings[];
  family: Spellings[];
}

/** The lists to tune with, or those to judge with. */
export function namesOf(lists: "tuning" | "test"): CultureNames[] {
  const source = lists === "tuning" ? tuning : test;
  return CULTURES.map((culture) => ({
    culture,
    men: read(source[culture].men),
    women: read(source[culture].women),
    family: read(source[culture].family),
  }));
}

function read(names: string): Spellings[] {
  return names.split(/\s+/).map((spellings) => spellings.split("/"));
}
