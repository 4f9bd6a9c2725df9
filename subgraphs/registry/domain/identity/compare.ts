/** Whether two registrations are one person: weight of the evidence, what it is made of, and what a human must see. */
import { gatesOf, type Gate } from "./gates.ts";
import { CONTACT_FIELDS, levelsOf, type FieldLevel } from "./levels.ts";
import { chanceOf, type Model } from "./model.ts";
import type { Person } from "./person.ts";
import { doubtOf } from "./two-names.ts";

export type Verdict = "LINK" | "REVIEW" | "DIFFERENT";

export interface Evidence {
  field: string;
  level: string;
  /** Bits for (or, below zero, against) one person; 0 where a stronger piece of the same evidence was counted. */
  weight: number;
}

export interface Comparison {
  /** Bits of evidence: the sum of what the fields weigh. */
  weight: number;
  /** That the two are one person, given how rare that is among all pairs. */
  probability: number;
  evidence: Evidence[];
  gates: Gate[];
  verdict: Verdict;
  /** A human said that they are two, and it is not for a machine to ask again. */
  declaredDifferent: boolean;
}

/** What the registry knows beside what was declared. */
export interface ComparisonContext {
  /** Both already are candidates with a history of their own. */
  bothEstablished?: boolean;
  /** A human said that they are two. */
  declaredDifferent?: boolean;
}

/** Compares two people (Fellegi and Sunter 1969, with the frequency of the agreeing names); symmetric. */
export function comparePeople(
  a: Person,
  b: Person,
  model: Model,
  context: ComparisonContext = {},
): Comparison {
  const { levels, names } = levelsOf(a, b, model);
  const evidence = weigh(levels, model);
  const weight = sum(evidence);
  const gates = gatesOf({ a, b, names, evidence, doubt: doubtOf(a, b, names, model), context });
  return {
    weight,
    probability: 1 / (1 + ((1 - model.prior) / model.prior) * 2 ** -weight),
    evidence,
    gates,
    verdict: context.declaredDifferent ? "DIFFERENT" : verdictOf(weight, gates, model),
    declaredDifferent: context.declaredDifferent ?? false,
  };
}

/** The weight alone, for those who only sort by it. */
export function weightOf(a: Person, b: Person, model: Model): number {
  return sum(evidenceOf(a, b, model));
}

/** What each field weighs, for those who decide on groups. */
export function evidenceOf(a: Person, b: Person, model: Model): Evidence[] {
  return weigh(levelsOf(a, b, model).levels, model);
}

function verdictOf(weight: number, gates: readonly Gate[], { thresholds }: Model): Verdict {
  if (weight < thresholds.review || onlyNames(gates)) return "DIFFERENT";
  return weight >= thresholds.link && gates.length === 0 ? "LINK" : "REVIEW";
}

/** Namesakes with birth dates that contradict each other are nobody's question: there are thousands. */
function onlyNames(gates: readonly Gate[]): boolean {
  return gates.includes("NAMESAKES") && (gates.includes("BIRTH_DATE") || gates.includes("FATHER_AND_SON"));
}

/** What each field weighs. Contact details of a household are one piece of evidence, not three. */
export function weigh(levels: readonly FieldLevel[], model: Model): Evidence[] {
  const evidence = levels.map(({ field, level, share }) => ({
    field,
    level,
    weight: bitsOf(field, level, share, model),
  }));
  if (model.contact === "ONE_PIECE") {
    const strongest = keepStrongest(evidence, (field) => CONTACT_FIELDS.has(field));
    if (strongest !== undefined) strongest.weight = Math.min(strongest.weight, model.household);
  }
  // A town says nothing more once the postal code has spoken.
  else keepStrongest(evidence, (field) => field === "postal" || field === "city");
  return evidence;
}

function bitsOf(field: string, level: string, share: number | null, model: Model): number {
  const { m, u } = chanceOf(model, field, level);
  // A common name is worth less than a rare one, but never more than a share of one in a quarter million.
  return Math.log2(m / (share ?? u));
}

function keepStrongest(evidence: Evidence[], belongs: (field: string) => boolean): Evidence | undefined {
  let strongest: Evidence | undefined;
  for (const piece of evidence) {
    if (belongs(piece.field) && (strongest === undefined || piece.weight > strongest.weight))
      strongest = piece;
  }
  for (const piece of evidence) if (belongs(piece.field) && piece !== strongest) piece.weight = 0;
  return strongest;
}

function sum(evidence: readonly Evidence[]): number {
  let total = 0;
  for (const { weight } of evidence) total += weight;
  return total;
}
