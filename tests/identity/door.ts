/** The door, played: registrations come one after the other, and each is linked, shown to a human, or new. */
import {
  comparePeople,
  keysOf,
  normalise,
  placeRegistration,
  type Comparison,
  type Model,
  type Person,
  type Placement,
} from "../../subgraphs/registry/domain/identity/index.ts";
import type { Registration } from "./people-generator.ts";

export interface DoorFigures {
  registrations: number;
  truePairs: number;
  /** Of the links made without a human. */
  automaticPrecision: number;
  automaticRecall: number;
  f1: number;
  /** Share of registrations that a human had to look at. */
  reviewShare: number;
  /** Of all true pairs, once a human who knows has answered. */
  recallAfterReview: number;
  /** Comparing alone. */
  secondsScoring: number;
  comparisons: number;
}

/** A link or a review that was wrong, for whoever tunes the model. */
export interface Mistake {
  kind: "LINKED_WRONGLY" | "MISSED" | "REVIEWED";
  one: Registration;
  other: Registration | undefined;
  placement: Placement<number>;
}

export function playDoor(
  registrations: readonly Registration[],
  model: Model,
  onMistake?: (mistake: Mistake) => void,
): DoorFigures {
  const people = registrations.map(({ declared }) => normalise(declared));
  const keys = people.map(keysOf);
  const automatic = play({ registrations, people, keys, model, human: false, onMistake });
  const reviewed = play({ registrations, people, keys, model, human: true });
  const precision = automatic.linked === 0 ? 1 : automatic.linkedRightly / automatic.linked;
  const recall = automatic.linkedRightly / automatic.truePairs;
  return {
    registrations: registrations.length,
    truePairs: automatic.truePairs,
    automaticPrecision: precision,
    automaticRecall: recall,
    f1: (2 * precision * recall) / (precision + recall),
    // The worse of the two: with nobody to answer, what waits is met again by whoever comes next.
    reviewShare: Math.max(automatic.reviews, reviewed.reviews) / registrations.length,
    recallAfterReview: reviewed.linkedRightly / reviewed.truePairs,
    secondsScoring: reviewed.seconds,
    comparisons: reviewed.comparisons,
  };
}

interface Play {
  registrations: readonly Registration[];
  people: readonly Person[];
  keys: readonly (readonly string[])[];
  model: Model;
  /** Whether a human answers each question at once, and rightly. */
  human: boolean;
  onMistake?: ((mistake: Mistake) => void) | undefined;
}

function play({ registrations, people, keys, model, human, onMistake }: Play) {
  const holders = new Map<string, number[]>();
  const groupOf: number[] = [];
  const members = new Map<number, number[]>();
  let reviews = 0;
  let comparisons = 0;
  let seconds = 0;
  for (const [place, registration] of registrations.entries()) {
    const person = people[place];
    if (person === undefined) continue;
    const candidates = new Set(
      (keys[place] ?? []).flatMap((key) => holders.get(key) ?? []).map((other) => groupOf[other] ?? 0),
    );
    const started = performance.now();
    const homes = [...candidates].map((group) => ({
      id: group,
      comparisons: (members.get(group) ?? []).map((other): Comparison => {
        comparisons++;
        return comparePeople(person, people[other] ?? person, model);
      }),
    }));
    seconds += (performance.now() - started) / 1000;
    const placement = placeRegistration(homes, model);
    const own = placement.homes.filter(
      ({ id }) => registrations[members.get(id)?.[0] ?? 0]?.truth === registration.truth,
    );
    let group = place;
    if (placement.verdict === "LINK") group = placement.homes[0]?.id ?? place;
    if (placement.verdict === "REVIEW") {
      reviews++;
      // The human joins all that are one: also two candidates that only now prove to be.
      if (human) for (const { id } of own) group = joinGroups(members, groupOf, id, group);
    }
    groupOf[place] = group;
    members.set(group, [...(members.get(group) ?? []), place]);
    for (const key of keys[place] ?? []) holders.set(key, [...(holders.get(key) ?? []), place]);
    if (onMistake !== undefined) {
      const twin = registrations.findIndex((other, at) => at < place && other.truth === registration.truth);
      const other = registrations[members.get(placement.homes[0]?.id ?? -1)?.[0] ?? -1];
      if (placement.verdict === "LINK" && own.length === 0)
        onMistake({ kind: "LINKED_WRONGLY", one: registration, other, placement });
      else if (placement.verdict === "REVIEW")
        onMistake({ kind: "REVIEWED", one: registration, other, placement });
      else if (placement.verdict === "DIFFERENT" && twin >= 0)
        onMistake({ kind: "MISSED", one: registration, other: registrations[twin], placement });
    }
  }
  return { ...pairFigures(registrations, members), reviews, comparisons, seconds };
}

function joinGroups(members: Map<number, number[]>, groupOf: number[], from: number, into: number): number {
  if (from === into || !members.has(into)) return from;
  for (const place of members.get(from) ?? []) groupOf[place] = into;
  members.set(into, [...(members.get(into) ?? []), ...(members.get(from) ?? [])]);
  members.delete(from);
  return into;
}

function pairFigures(registrations: readonly Registration[], members: ReadonlyMap<number, number[]>) {
  const pairs = (count: number) => (count * (count - 1)) / 2;
  const perPerson = new Map<number, number>();
  for (const { truth } of registrations) perPerson.set(truth, (perPerson.get(truth) ?? 0) + 1);
  let linked = 0;
  let linkedRightly = 0;
  for (const group of members.values()) {
    linked += pairs(group.length);
    const inGroup = new Map<number, number>();
    for (const place of group) {
      const truth = registrations[place]?.truth ?? -1;
      inGroup.set(truth, (inGroup.get(truth) ?? 0) + 1);
    }
    for (const count of inGroup.values()) linkedRightly += pairs(count);
  }
  const truePairs = [...perPerson.values()].reduce((sum, count) => sum + pairs(count), 0);
  return { linked, linkedRightly, truePairs };
}
