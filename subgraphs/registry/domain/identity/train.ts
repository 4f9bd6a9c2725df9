/** Learns a model from registrations of which nobody said who is who. */
import type { Pair } from "./candidates.ts";
import { levelsOf, type FieldLevel } from "./levels.ts";
import { chanceOf, type Chance, type Model } from "./model.ts";
import type { Person } from "./person.ts";

export interface Training {
  people: readonly Person[];
  /** What is known before: gives the levels, and speaks where the data are silent. */
  base: Model;
  source: string;
  /** 0 to 1, without 1; the same numbers give the same model. */
  random: () => number;
}

export interface TrainingReport {
  people: number;
  randomPairs: number;
  /** For each way of finding likely pairs: how many, and what share of them are thought to be one person. */
  rounds: { found: string; pairs: number; onePerson: number }[];
  /** Fields for which likely pairs taught something; the others keep what was known before. */
  learnt: string[];
}

const RANDOM_PAIRS = 150_000;
const ROUND_PAIRS = 150_000;
/** Weight of what was known before, in pairs: enough that a level never seen does not become impossible. */
const BASE_M = 20;
const BASE_U = 20;
/** A level that fewer likely pairs show teaches nothing. */
const SELDOM = 5;
/** No level is impossible in one person, however many pairs did without it. */
const LEAST_M = 0.003;
/** What was never seen in random pairs may still be: not more than so many pairs were looked at. */
const UNSEEN = 0.3;

/**
 * A new model. u comes from random pairs; m by expectation-maximisation over pairs that agree on something, the fields
 * of which are then left out (as pairs found by birth date cannot teach how often birth dates agree).
 */
export function train({ people, base, source, random }: Training): { model: Model; report: TrainingReport } {
  const counted = { ...base, ...frequenciesOf(people, base) };
  const fields = withChances(counted, people, random);
  const model: Model = { ...counted, fields, version: base.version + 1, source };
  const gathered = new Map<string, Map<string, number>>();
  const rounds: TrainingReport["rounds"] = [];
  for (const { found, keys, excluded } of ROUNDS) {
    // Those who share a telephone may be spouses: they cannot teach how one person's names differ.
    if (base.contact === "ONE_PIECE" && excluded.has("phone")) continue;
    const pairs = pairsAgreeing(people, keys, random);
    if (pairs.length < 30) continue;
    const outcome = expectationMaximisation(patternsOf(people, pairs, model, excluded), model);
    rounds.push({ found, pairs: pairs.length, onePerson: outcome.share });
    for (const [field, levels] of outcome.expected) {
      const sums = gathered.get(field) ?? new Map<string, number>();
      for (const [level, count] of levels) sums.set(level, (sums.get(level) ?? 0) + count);
      gathered.set(field, sums);
    }
  }
  const learntFields = Object.fromEntries(
    Object.entries(fields).map(([field, chances]) => [
      field,
      steadied(
        withM(chances, gathered.get(field)),
        gathered.get(field),
        base.fields[field] ?? base.fields["other"] ?? {},
      ),
    ]),
  );
  return {
    model: { ...model, fields: learntFields },
    report: {
      people: people.length,
      randomPairs: Math.min(RANDOM_PAIRS, people.length * people.length),
      rounds,
      learnt: [...gathered.keys()],
    },
  };
}

/**
 * The share of all pairs that are one person, from the weights of the likely ones: the share under which the expected
 * number of one-person pairs is the number that the share says.
 */
export function priorOf(weights: readonly number[], people: number): number {
  const all = Math.max(1, (people * (people - 1)) / 2);
  let prior = Math.max(1, people / 4) / all;
  for (let turn = 0; turn < 30; turn++) {
    const odds = prior / (1 - prior);
    let expected = 0;
    for (const weight of weights) expected += 1 / (1 + 2 ** -weight / odds);
    prior = Math.min(0.5, Math.max(0.5, expected) / all);
  }
  return prior;
}

const ROUNDS: readonly {
  found: string;
  keys: (person: Person) => string[];
  excluded: ReadonlySet<string>;
}[] = [
  {
    found: "same birth date",
    keys: ({ birth }) => (birth === null || birth.day === null || birth.approximate ? [] : [birth.digits]),
    excluded: new Set(["birth", "age"]),
  },
  {
    found: "same names",
    keys: ({ given, family }) =>
      given.length > 0 && given.length + family.length > 1
        ? [
            [...given, ...family]
              .map(({ text }) => text)
              .sort()
              .join(" "),
          ]
        : [],
    excluded: new Set(["given", "family", "order"]),
  },
  {
    found: "same telephone or mail",
    keys: ({ phone, email }) =>
      [phone ?? "", email === null ? "" : `${email.local}@${email.domain}`].filter(Boolean),
    excluded: new Set(["phone", "email", "street", "postal", "city"]),
  },
];

function frequenciesOf(people: readonly Person[], base: Model): Pick<Model, "frequencies" | "rare"> {
  const counts = new Map<string, Map<string, number>>();
  const count = (kind: string, values: Iterable<string>) => {
    const table = counts.get(kind) ?? new Map<string, number>();
    for (const value of new Set(values)) table.set(value, (table.get(value) ?? 0) + 1);
    counts.set(kind, table);
  };
  for (const person of people) {
    const tokens = [...person.given, ...person.family];
    count(
      "name",
      tokens.map(({ text }) => text),
    );
    count(
      "form",
      tokens.map(({ form }) => form),
    );
    if (person.city !== null) count("city", [person.city]);
    for (const [field, value] of Object.entries(person.others)) count(field, [value]);
  }
  const frequencies: Record<string, Record<string, number>> = {};
  const rare: Record<string, number> = { ...base.rare };
  for (const [kind, table] of counts) {
    const bearers =
      kind === "name" || kind === "form" ? people.length : [...table.values()].reduce((a, b) => a + b, 0);
    frequencies[kind] = Object.fromEntries([...table].map(([value, times]) => [value, times / bearers]));
    rare[kind] = medianOf([...table.values()]) / bearers;
  }
  return { frequencies, rare };
}

/** A name never met is taken to be as common as the middle one of those met: rarity must be seen to count. */
function medianOf(times: number[]): number {
  const sorted = times.sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 1;
}

/** u from random pairs. */
function withChances(model: Model, people: readonly Person[], random: () => number): Model["fields"] {
  const seen = new Map<string, Map<string, number>>();
  const place = () => Math.floor(random() * people.length);
  for (let turn = 0; turn < RANDOM_PAIRS; turn++) {
    const [one, other] = [people[place()], people[place()]];
    if (one === undefined || other === undefined || one === other) continue;
    for (const { field, level } of levelsOf(one, other, model).levels) {
      const levels = seen.get(field) ?? new Map<string, number>();
      levels.set(level, (levels.get(level) ?? 0) + 1);
      seen.set(field, levels);
    }
  }
  const fields: Record<string, Record<string, Chance>> = { ...model.fields };
  for (const [field, levels] of seen) {
    const total = [...levels.values()].reduce((a, b) => a + b, 0);
    const known = model.fields[field] ?? model.fields["other"] ?? {};
    fields[field] = Object.fromEntries(
      Object.entries(known).map(([level, { m, u }]) => [
        level,
        { m, u: ((levels.get(level) ?? 0) + BASE_U * u + UNSEEN) / (total + BASE_U) },
      ]),
    );
  }
  return fields;
}

function withM(chances: Readonly<Record<string, Chance>>, sums: ReadonlyMap<string, number> | undefined) {
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
function steadied(
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

function pairsAgreeing(
  people: readonly Person[],
  keys: (person: Person) => string[],
  random: () => number,
): Pair[] {
  const holders = new Map<string, number[]>();
  people.forEach((person, place) => {
    for (const key of keys(person)) holders.set(key, [...(holders.get(key) ?? []), place]);
  });
  const pairs: Pair[] = [];
  for (const places of holders.values()) {
    // What a thousand share is a gap in the data, not a birthday.
    if (places.length < 2 || places.length > 300) continue;
    for (let i = 0; i < places.length; i++)
      for (let j = i + 1; j < places.length; j++) pairs.push([places[i] ?? 0, places[j] ?? 0]);
  }
  const share = ROUND_PAIRS / pairs.length;
  return share >= 1 ? pairs : pairs.filter(() => random() < share);
}

interface Pattern {
  levels: readonly Pick<FieldLevel, "field" | "level">[];
  count: number;
}

function patternsOf(
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
    const levels = all.filter(({ field }) => !excluded.has(field));
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

function expectationMaximisation(patterns: readonly Pattern[], model: Model) {
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
