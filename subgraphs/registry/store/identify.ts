/** Recognising the person of a registration: whom the matcher links, and what it leaves for a human to say. */
import type { EntityManager } from "typeorm";
import {
  comparePeople,
  currentModel,
  IdentityOutcome,
  keysOf,
  normalise,
  placeRegistration,
  type DeclaredPerson,
  type Home,
  type Person,
} from "../domain/identity/index.ts";
import { declaredDifferent, writeMatcherDecisions, type MatcherDecision } from "./identity-decisions.ts";
import { regroup } from "./identity-groups.ts";
import { lockKeys } from "./identity-locks.ts";
import { findAlike } from "./identity-lookup.ts";

/** Of how many a human is asked at most, the likeliest first: a common name without a birth date is like hundreds. */
const MOST_ASKED = 5;

/** A registration, with what is declared of the person. */
export interface ToIdentify {
  registrationId: string;
  candidateId: string;
  declared: DeclaredPerson;
}

/**
 * Holds back whoever registers the same person now. Must come before the registration is written, so that of two who
 * come at once the second finds the first.
 */
export function awaitTurn(manager: EntityManager, declared: DeclaredPerson): Promise<void> {
  return lockKeys(manager, keysOf(normalise(declared)));
}

/**
 * Links a new registration to whom it surely belongs, and writes down whom else it may be. Gives the candidate that it
 * belongs to from then on.
 */
export async function identify(manager: EntityManager, registration: ToIdentify, now: Date): Promise<string> {
  const decisions = await decide(manager, registration, true);
  await writeMatcherDecisions(manager, decisions, now);
  const linked = pairsOf(decisions);
  if (linked.length === 0) return registration.candidateId;
  await regroup(manager, linked, now);
  const [found]: { id: string }[] = await manager.query(
    "select candidate_id as id from registration where id = $1",
    [registration.registrationId],
  );
  return found?.id ?? registration.candidateId;
}

/** After a correction: only asks, for what stood until now may rest on what was declared before. */
export async function askAgain(manager: EntityManager, registration: ToIdentify, now: Date): Promise<void> {
  const decisions = await decide(manager, registration, false);
  const open = await withoutAsked(manager, registration.candidateId, decisions);
  await writeMatcherDecisions(manager, open, now);
}

async function decide(
  manager: EntityManager,
  { registrationId, candidateId, declared }: ToIdentify,
  mayLink: boolean,
): Promise<MatcherDecision[]> {
  const person = normalise(declared);
  const alike = await findAlike(manager, keysOf(person), candidateId);
  const possible = alike.map(({ candidateId: id, established, registrations }) => ({
    id,
    established,
    registrations: (registrations ?? []).map((said) => ({ id: said.id, person: normalise(said) })),
  }));
  return decideAmong(
    { id: registrationId, person },
    possible,
    (homes) => declaredDifferent(manager, homes),
    mayLink,
  );
}

/** A registration as the matcher compares it. */
export interface ComparedRegistration {
  id: string;
  person: Person;
}

/** A candidate whom a registration may belong to. */
export interface PossibleCandidate {
  id: string;
  established: boolean;
  registrations: readonly ComparedRegistration[];
}

/** What the matcher decides on one registration and those it may belong to; `apart` knows what humans said of these. */
export async function decideAmong(
  registration: ComparedRegistration,
  possible: readonly PossibleCandidate[],
  apart: (candidates: string[]) => Promise<boolean>,
  mayLink: boolean,
): Promise<MatcherDecision[]> {
  const people = new Map(possible.map(({ id, registrations }) => [id, registrations]));
  const compared = new Map(
    possible.map(({ id, registrations }) => [
      id,
      registrations.map((other) => ({
        id: other.id,
        comparison: comparePeople(registration.person, other.person, currentModel),
      })),
    ]),
  );
  const { homes, questions } = placeRegistration(
    possible.map(({ id, established }) => ({
      id,
      established,
      comparisons: (compared.get(id) ?? []).map(({ comparison }) => comparison),
    })),
    currentModel,
    (one, other) =>
      (people.get(one) ?? []).flatMap((a) =>
        (people.get(other) ?? []).map((b) => comparePeople(a.person, b.person, currentModel)),
      ),
  );
  // Two of whom a human said that they are two are not made one by a third.
  const links = mayLink && !(homes.length > 1 && (await apart(homes.map(({ id }) => id)))) ? homes : [];
  const asked = [...homes.filter((home) => !links.includes(home)), ...questions];
  const decision =
    (outcome: MatcherDecision["outcome"]) =>
    ({ id }: Home<string>): MatcherDecision[] => {
      const likest = (compared.get(id) ?? []).sort((a, b) => b.comparison.weight - a.comparison.weight)[0];
      return likest ? [{ outcome, pair: [registration.id, likest.id], comparison: likest.comparison }] : [];
    };
  return [
    ...links.flatMap(decision(IdentityOutcome.LINKED_AUTOMATICALLY)),
    ...asked.slice(0, MOST_ASKED).flatMap(decision(IdentityOutcome.POSSIBLE)),
  ];
}

/** Leaves out candidates of whom a question is open or answered already, by whichever registrations. */
async function withoutAsked(
  manager: EntityManager,
  candidateId: string,
  decisions: readonly MatcherDecision[],
): Promise<MatcherDecision[]> {
  const asked: { id: string }[] = await manager.query(
    `select known.id from registration as known where known.id = any($2) and exists (
       select from registration as own join identity_pair on own.id in (one_id, other_id)
       join registration as other on other.id in (one_id, other_id) and other.id <> own.id
       where own.candidate_id = $1 and other.candidate_id = known.candidate_id)`,
    [candidateId, decisions.map(({ pair }) => pair[1])],
  );
  const known = new Set(asked.map(({ id }) => id));
  return decisions.filter(({ pair }) => !known.has(pair[1]));
}

function pairsOf(decisions: readonly MatcherDecision[]): string[] {
  return decisions
    .filter(({ outcome }) => outcome === IdentityOutcome.LINKED_AUTOMATICALLY)
    .flatMap(({ pair }) => [...pair]);
}
