/** Who is who in one file: learnt from the file itself, then grouped. */
import {
  candidatePairs,
  evidenceOf,
  groupPeople,
  LOOKED_AT,
  priorOf,
  train,
  weightOf,
  wideKeysOf,
  type Model,
  type Pair,
  type Person,
  type TrainingReport,
} from "../../subgraphs/registry/domain/identity/index.ts";
import { Random } from "../world/random.ts";
import { fileModel } from "./file-model.ts";

export interface Matched {
  /** The group of each person, by place. */
  groups: number[];
  compared: number;
  /** Bits from which on two are taken for one. */
  threshold: number;
  model: Model;
  report: TrainingReport;
}

export interface MatchOptions {
  /** Whether people of the file may share telephone and address, as households do. */
  households: boolean;
  say: (line: string) => void;
  /** How many pairs drawn by chance to learn from. */
  randomPairs?: number;
}

/** Nobody says who is who: chances and threshold come from the file. */
export function matchFile(
  people: readonly Person[],
  { households, say, randomPairs }: MatchOptions,
): Matched {
  const random = new Random("identity");
  const base = fileModel(households ? "ONE_PIECE" : "SEPARATE");
  say("Learning how people differ, and how one person does ...");
  const { model, report } = train({
    people,
    base,
    source: "the file itself",
    random: () => random.next() / 2 ** 32,
    ...(randomPairs === undefined ? {} : { randomPairs }),
  });
  const { likely, prior, compared } = likelyPairs(people, model, say);
  // As likely one person as not; a little less where names alone tell people apart, as groups say more than pairs.
  const threshold = Math.log2((1 - prior) / prior) - easedBy(report);
  say(`One pair in ${Math.round(1 / prior)} is one person: ${threshold.toFixed(1)} bits are asked for.`);
  const weigh = (one: number, other: number) => {
    const [a, b] = [people[one], people[other]];
    return a === undefined || b === undefined ? [] : evidenceOf(a, b, model);
  };
  const groups = groupPeople({ size: people.length, pairs: likely, threshold, weigh });
  return { groups, compared, threshold, model, report };
}

/** The pairs that grouping looks at, and the share of all pairs that are one person; the others are let go. */
function likelyPairs(people: readonly Person[], model: Model, say: (line: string) => void) {
  const pairs = pairsOf(people);
  say(`Comparing ${pairs.length} pairs ...`);
  const weights = Float64Array.from(pairs, ([one, other]) => {
    const [a, b] = [people[one], people[other]];
    return a === undefined || b === undefined ? -Infinity : weightOf(a, b, model);
  });
  const prior = priorOf(weights, people.length);
  const least = Math.log2((1 - prior) / prior) - MOST_EASED - LOOKED_AT;
  const likely = pairs.flatMap((pair, place) => {
    const weight = weights[place] ?? -Infinity;
    return weight < least ? [] : [{ pair, weight }];
  });
  return { likely, prior, compared: pairs.length };
}

/** Of so many people, everybody is compared with everybody. */
const FEW = 3000;
/** Of so many, a key is used that more of them share. */
const SOME = 12_000;

function pairsOf(people: readonly Person[]): Pair[] {
  if (people.length <= FEW)
    return people.flatMap((_, one) => people.slice(0, one).map((_other, other): Pair => [other, one]));
  return candidatePairs(people.map(wideKeysOf), {
    largest: people.length <= SOME ? 400 : 120,
    pairs: Math.min(4_000_000, 1_500_000 + 50 * people.length),
  });
}

/** The most that is forgiven, in bits, and the share of one person among those of one name from which on it begins to be. */
const MOST_EASED = 1.5;
const FEW_NAMESAKES = 0.94;

/**
 * Bits less that are asked for, where hardly anybody bears another's whole name: then a row with few particulars, or with
 * many errors, is sooner one of a group than somebody else.
 */
function easedBy({ rounds }: TrainingReport): number {
  const alike = rounds.find(({ found }) => found === "same names")?.onePerson ?? 0;
  return MOST_EASED * Math.max(0, (alike - FEW_NAMESAKES) / (1 - FEW_NAMESAKES));
}
