/** Where a new registration belongs, among the candidates whom it may be. */
import type { Comparison, Verdict } from "./compare.ts";
import type { Gate } from "./gates.ts";
import { heard } from "./heard.ts";
import type { Model } from "./model.ts";

/** A candidate whom a new registration may belong to: how it compares with each registration of theirs. */
export interface PossibleHome<Id> {
  id: Id;
  comparisons: readonly Comparison[];
  /** Whether several registrations, a human's word or a pathway already hang on this candidate. */
  established: boolean;
}

export interface Placement<Id> {
  /** LINK: it belongs to `homes`, without a human; REVIEW: a human must say; DIFFERENT: nobody known. */
  verdict: Verdict;
  /** Whom it is linked to. When there are several, it is what shows that they are one; at most one is established. */
  homes: Home<Id>[];
  /** With whom a human must compare it, the likeliest first. A question between the same two candidates is asked once. */
  questions: Home<Id>[];
}

export interface Home<Id> {
  id: Id;
  /** The average over the registrations of this candidate, in bits. */
  weight: number;
  gates: Gate[];
}

/**
 * Where a new registration belongs. Never joins two established candidates: that is for a human. Several of which one at most
 * is established are joined only when `between` (their registrations, compared) says nothing against it.
 */
export function placeRegistration<Id>(
  possible: readonly PossibleHome<Id>[],
  model: Model,
  between?: (one: Id, other: Id) => readonly Comparison[],
): Placement<Id> {
  const likely = possible
    .filter(({ comparisons }) => comparisons.length > 0)
    .map((home) => ({ ...home, ...togetherOf(home.comparisons, model) }))
    .filter(({ verdict }) => verdict !== "DIFFERENT")
    .sort((a, b) => b.weight - a.weight);
  const sure = likely.filter(({ verdict }) => verdict === "LINK");
  const links: typeof sure = [];
  const apart: typeof sure = [];
  for (const home of sure) {
    const joins = links.every(
      (taken) =>
        !(taken.established && home.established) &&
        compatible(between?.(taken.id, home.id), taken.comparisons, home.comparisons, model),
    );
    (joins ? links : apart).push(home);
  }
  // Two with a history each, or that contradict each other: which of them is for a human to say, unless one stands out.
  const loudest = Math.max(...apart.map(({ comparisons }) => plainAverage(comparisons)));
  if (!links.some(({ comparisons }) => plainAverage(comparisons) >= loudest + STANDS_OUT)) links.length = 0;
  const questions = likely.filter((home) => !links.includes(home));
  return {
    verdict: links.length > 0 ? "LINK" : questions.length > 0 ? "REVIEW" : "DIFFERENT",
    homes: links.map(homeOf),
    questions: questions.map(homeOf),
  };
}

function homeOf<Id>({ id, weight, gates }: Home<Id>): Home<Id> {
  return { id, weight, gates };
}

/** Gates that one agreeing registration opens: what another document left unsure, this one settles. */
const SETTLED_BY_ONE: ReadonlySet<Gate> = new Set<Gate>(["NAMESAKES", "THIN_NAME", "BIRTH_DATE"]);

/** Gates that open when as many registrations of the candidate would be linked by themselves: an odd spelling is no twin. */
const SETTLED_BY_LINK: ReadonlySet<Gate> = new Set<Gate>(["TWINS", "SPOUSES"]);

/** Of candidates who cannot all be the person, one who fits better by so many bits needs no human. */
const STANDS_OUT = 3;

/**
 * Whether only the new registration was missing to see that two candidates are one: with it on either side, they are near
 * enough on average, and nothing between them speaks against it.
 */
function compatible(
  between: readonly Comparison[] | undefined,
  one: readonly Comparison[],
  other: readonly Comparison[],
  model: Model,
): boolean {
  if (between === undefined || between.length === 0) return false;
  const { gates, verdict } = togetherOf(between, model);
  const near = (more: readonly Comparison[]) => averageOf([...between, ...more]) >= model.thresholds.link;
  return (
    verdict !== "DIFFERENT" && near(one) && near(other) && gates.every((gate) => SETTLED_BY_ONE.has(gate))
  );
}

/** As it is, where several fit so well that their averages would all be as loud as one pair can be heard. */
function plainAverage(comparisons: readonly Comparison[]): number {
  return comparisons.reduce((sum, { weight }) => sum + weight, 0) / comparisons.length;
}

function averageOf(comparisons: readonly Comparison[]): number {
  return comparisons.reduce((sum, { weight }) => sum + heard(weight), 0) / comparisons.length;
}

function settles(gate: Gate, known: number, comparisons: readonly Comparison[]): boolean {
  return known >= comparisons.filter(({ gates }) => gates.includes(gate)).length;
}

function togetherOf(comparisons: readonly Comparison[], { thresholds }: Model) {
  const weight = averageOf(comparisons);
  const all = [...new Set(comparisons.flatMap(({ gates }) => gates))];
  const known = comparisons.filter(
    ({ verdict, evidence }) =>
      verdict === "LINK" && !evidence.some(({ field, level }) => field === "given" && level === "INITIAL"),
  ).length;
  const gates = all.filter(
    (gate) =>
      !(SETTLED_BY_LINK.has(gate) && settles(gate, known, comparisons)) &&
      (!SETTLED_BY_ONE.has(gate) || comparisons.every((comparison) => comparison.gates.includes(gate))),
  );
  // What a human said of one registration holds for the candidate.
  const apart = comparisons.some(({ declaredDifferent }) => declaredDifferent);
  const verdict: Verdict =
    apart ||
    weight < thresholds.review ||
    comparisons.every((comparison) => comparison.verdict === "DIFFERENT")
      ? "DIFFERENT"
      : weight >= thresholds.link && gates.length === 0
        ? "LINK"
        : "REVIEW";
  return { weight, gates, verdict };
}
