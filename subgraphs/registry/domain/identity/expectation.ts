/** Expectation-maximisation over pairs of which nobody said whether they are one person. */
import type { Pair } from "./candidates.ts";
import { levelsOf, type FieldLevel } from "./levels.ts";
import { chanceOf, type Chance, type Model } from "./model.ts";
import type { Person } from "./person.ts";

/** Weight of what was known before, in pairs: enough that a level never seen does not become impossible. */
const BASE_M = 20;
/** A level that fewer likely pairs show teaches nothing. */
const SELDOM = 5;
/** No level is impossible in one person, however many pairs did without it. */
const LEAST_M = 0.003;

/** The chances with m as the likely pairs show it; as they were, without such pairs. */
export function withM(
  chances: Readonly<Record<string, Chance>>,
  sums: ReadonlyMap<string, number> | undefined,
) {
  if (sums === undefined) return chances;
  const total = [...sums.values()].reduce((a, b) => a + b, 0);
  return Object.fromEntries(
    Object.entries(chances).map(([level, { m, u }]) => [
      level,
      // Ever so many pairs do not make impossible what people know to happen.
      { m: Math.max(((sums.get(level) ?? 0) + BASE_M * m) / (total + BASE_M), LEAST_M), u },
    ]),
  );
}

/** What hardly ever came up keeps the weight that it had before, whatever became of its two shares. */
export function steadied(
  chances: Readonly<Record<string, Chance>>,
  sums: ReadonlyMap<string, number> | undefined,
  before: Readonly<Record<string, Chance>>,
) {
  return Object.fromEntries(
    Object.entries(chances).map(([level, { m, u }]) => {
      const known = before[level];
      const seldom = sums !== undefined && (sums.get(level) ?? 0) < SELDOM && known !== undefined;
      return [level, { m, u: seldom ? Math.max(u, (m * known.u) / known.m) : u }];
    }),
  );
}

/** Pairs that agree alike in every field. */
export interface Pattern {
  levels: readonly Pick<FieldLevel, "field" | "level">[];
  count: number;
}

/** The pairs by how they agree, without the fields (or levels, `field:LEVEL`) that go with how they were found. */
export function patternsOf(
  people: readonly Person[],
  pairs: readonly Pair[],
  model: Model,
  excluded: ReadonlySet<string>,
): Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (const [i, j] of pairs) {
    const [one, other] = [people[i], people[j]];
    if (one === undefined || other === undefined) continue;
    const all = levelsOf(one, other, model).levels;
    if (model.contact === "ONE_PIECE" && relatives(all)) continue;
    const levels = all.filter(
      ({ field, level }) => !excluded.has(field) && !excluded.has(`${field}:${level}`),
    );
    const key = levels.map(({ field, level }) => `${field}:${level}`).join(",");
    const pattern = patterns.get(key);
    if (pattern === undefined) patterns.set(key, { levels, count: 1 });
    else pattern.count++;
  }
  return [...patterns.values()];
}

/** Twins, spouses, father and son: so alike that they would be taught as one person who changed. */
function relatives(levels: readonly Pick<FieldLevel, "field" | "level">[]): boolean {
  const has = (field: string, ...any: string[]) =>
    levels.some((found) => found.field === field && any.includes(found.level));
  const together = has("phone", "SAME") || has("email", "SAME") || has("street", "SAME");
  return together && (has("given", "DIFFERENT", "PARTIAL") || has("birth", "DIFFERENT", "SAME_YEAR"));
}

/** The share of one-person pairs among these, and how often each level is expected in them. */
export function expectationMaximisation(patterns: readonly Pattern[], model: Model) {
  let share = 0.2;
  let expected = new Map<string, Map<string, number>>();
  let current: Model = model;
  for (let turn = 0; turn < 40; turn++) {
    expected = new Map();
    let one = 0;
    let all = 0;
    for (const { levels, count } of patterns) {
      let odds = share / (1 - share);
      for (const { field, level } of levels) {
        const { m, u } = chanceOf(current, field, level);
        odds *= m / u;
      }
      const probability = odds === Infinity ? 1 : odds / (1 + odds);
      all += count;
      one += count * probability;
      for (const { field, level } of levels) {
        const sums = expected.get(field) ?? new Map<string, number>();
        sums.set(level, (sums.get(level) ?? 0) + count * probability);
        expected.set(field, sums);
      }
    }
    share = Math.min(0.9999, Math.max(1e-7, one / all));
    const fields = Object.fromEntries(
      Object.entries(model.fields).map(([field, chances]) => [field, withM(chances, expected.get(field))]),
    );
    current = { ...model, fields };
  }
  return { share, expected };
}
