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
  /** Pair F1 of the links made without a human. */
  f1: number;
  /** Share of registrations that a human had to look at. */
  reviewShare: number;
  /** The same where humans answer as they are asked. */
  reviewShareAnswered: number;
  /** Of all true pairs, once a human who knows has answered. */
  recallAfterReview: number;
  /** Pair F1 of all links, the human's included. */
  f1AfterReview: number;
  /** Comparing alone. */
  secondsScoring: number;
  comparisons: number;
}

/** What happened at the door to one registration, for whoever tunes the model. */
export interface Arrival {
  place: number;
  group: number;
  members: readonly number[];
  questions: Placement<number>["questions"];
  placement: Placement<number>;
}

export function playDoor(
  registrations: readonly Registration[],
  model: Model,
  onArrival?: (arrival: Arrival) => void,
): DoorFigures {
  const people = registrations.map(({ declared }) => normalise(declared));
  const keys = people.map(keysOf);
  const automatic = play({ registrations, people, keys, model, human: false, onArrival });
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
    reviewShareAnswered: reviewed.reviews / registrations.length,
    recallAfterReview: reviewed.linkedRightly / reviewed.truePairs,
    f1AfterReview: (2 * reviewed.linkedRightly) / (reviewed.linked + reviewed.truePairs),
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
  onArrival?: ((arrival: Arrival) => void) | undefined;
}

function play({ registrations, people, keys, model, human, onArrival }: Play) {
  const holders = new Map<string, number[]>();
  const groupOf: number[] = [];
  const members = new Map<number, number[]>();
  const asked = new Map<number, number[]>();
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
      established: (members.get(group)?.length ?? 0) > 1,
      comparisons: (members.get(group) ?? []).map((other): Comparison => {
        comparisons++;
        return comparePeople(person, people[other] ?? person, model);
      }),
    }));
    seconds += (performance.now() - started) / 1000;
    const between = (one: number, other: number) =>
      compareAll(people, members.get(one) ?? [], members.get(other) ?? [], model);
    const placement = placeRegistration(homes, model, between);
    let group = place;
    for (const { id } of placement.homes) group = joinGroups(members, groupOf, id, group);
    const open = placement.questions.filter(
      ({ id }) => !wasAsked(asked, members.get(group) ?? [], members.get(id) ?? []),
    );
    if (open.length > 0) reviews++;
    for (const { id } of open) {
      asked.set(place, [...(asked.get(place) ?? []), ...(members.get(id) ?? [])]);
      // The human joins all that are one: also two candidates that only now prove to be.
      const one = registrations[members.get(id)?.[0] ?? 0]?.truth === registration.truth;
      if (human && one) group = joinGroups(members, groupOf, id, group);
    }
    groupOf[place] = group;
    members.set(group, [...(members.get(group) ?? []), place]);
    for (const key of keys[place] ?? []) holders.set(key, [...(holders.get(key) ?? []), place]);
    onArrival?.({ place, group, members: members.get(group) ?? [], questions: open, placement });
  }
  return { ...pairFigures(registrations, members), reviews, comparisons, seconds };
}

function compareAll(
  people: readonly Person[],
  some: readonly number[],
  others: readonly number[],
  model: Model,
): Comparison[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const [a, b] = [people[one], people[other]];
      return a === undefined || b === undefined ? [] : [comparePeople(a, b, model)];
    }),
  );
}

/** Whether a human was already asked about these two. */
function wasAsked(
  asked: ReadonlyMap<number, readonly number[]>,
  one: readonly number[],
  other: readonly number[],
): boolean {
  const between = (from: readonly number[], to: readonly number[]) =>
    from.some((place) => asked.get(place)?.some((about) => to.includes(about)));
  return between(one, other) || between(other, one);
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
