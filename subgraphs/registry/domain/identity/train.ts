/** Learns a model from registrations of which nobody said who is who. */
import type { Pair } from "./candidates.ts";
import { expectationMaximisation, patternsOf, steadied, withM } from "./expectation.ts";
import { levelsOf } from "./levels.ts";
import type { Chance, Model } from "./model.ts";
import type { Person } from "./person.ts";

export interface Training {
  people: readonly Person[];
  /** What is known before: gives the levels, and speaks where the data are silent. */
  base: Model;
  source: string;
  /** 0 to 1, without 1; the same numbers give the same model. */
  random: () => number;
  /** How many pairs drawn by chance to learn from. */
  randomPairs?: number;
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
const BASE_U = 20;
/** What was never seen in random pairs may still be: not more than so many pairs were looked at. */
const UNSEEN = 0.3;

/**
 * A new model. u comes from random pairs; m by expectation-maximisation over pairs that agree on something, the fields
 * of which are then left out (as pairs found by birth date cannot teach how often birth dates agree).
 */
export function train({ people, base, source, random, randomPairs = RANDOM_PAIRS }: Training): {
  model: Model;
  report: TrainingReport;
} {
  const counted = { ...base, ...frequenciesOf(people, base) };
  const fields = withChances(counted, people, random, randomPairs);
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
      randomPairs,
      rounds,
      learnt: [...gathered.keys()],
    },
  };
}

/**
 * The share of all pairs that are one person, from the weights of the likely ones: the share under which the expected
 * number of one-person pairs is the number that the share says.
 */
export function priorOf(weights: ArrayLike<number> & Iterable<number>, people: number): number {
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
    // Mail is mostly made of the name: namesakes have mail that looks alike.
    excluded: new Set(["given", "family", "order", "email:SIMILAR", "email:NEAR"]),
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
    if (base.finer === true && person.email !== null) count("host", [person.email.domain]);
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
function withChances(
  model: Model,
  people: readonly Person[],
  random: () => number,
  turns: number,
): Model["fields"] {
  const seen = new Map<string, Map<string, number>>();
  const place = () => Math.floor(random() * people.length);
  for (let turn = 0; turn < turns; turn++) {
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
