/** Recognising the people of many registrations before they are written: each as if it had come to the door alone. */
import type { EntityManager } from "typeorm";
import { IdentityOutcome, normalise, type Origin, type Person } from "../domain/identity/index.ts";
import { decideAmong, type ComparedRegistration } from "./identify.ts";
import { declaredDifferent, type MatcherDecision } from "./identity-decisions.ts";
import {
  DECLARED_NOW,
  ESTABLISHED,
  MOST_COMPARED,
  MOST_SHARED,
  SAID_NOW,
  type AlikeRegistration,
} from "./identity-lookup.ts";

/** A registration to be, with the ids that it will have. */
export interface Newcomer {
  id: string;
  /** The candidate of its own that it has whomever it belongs to. */
  candidateId: string;
  person: Person;
  keys: readonly string[];
}

/** Where a newcomer belongs. */
export interface Place {
  /** The candidate, its own when nobody is known; null when candidates become one by it, and links are to be followed. */
  candidateId: string | null;
  isLinked: boolean;
}

export interface Recognised {
  decisions: MatcherDecision[];
  /** By the registration's id. */
  places: Map<string, Place>;
  linked: number;
  /** Of how many a human is asked. */
  possible: number;
}

/** A candidate as it grows while newcomers are placed. */
interface Growing {
  /** The candidates of the database, and newcomers' own, that it is made of. */
  ids: string[];
  /** Under which it is known; null when that is to be found by its links. */
  leader: string | null;
  createdAt: Date;
  established: boolean;
  registrations: ComparedRegistration[];
}

/**
 * Knows what the database says at one moment, and the newcomers that it has seen since, written or not. Writes nothing.
 * Nobody else may decide on who is who meanwhile.
 */
export class Recogniser {
  private readonly holders: Holders = new Map();
  private readonly growing = new Map<string, Growing>();

  /** @param manager in a transaction that sees what `now` was there, and nothing that is written later */
  constructor(
    private readonly manager: EntityManager,
    private readonly now: Date,
  ) {}

  /** In this order, after those whom it was given before. */
  async recognise(newcomers: readonly Newcomer[]): Promise<Recognised> {
    const { manager, now, holders, growing } = this;
    await readHolders(manager, newcomers, holders);
    await readCandidates(manager, newcomers, holders, growing);
    const recognised: Recognised = { decisions: [], places: new Map(), linked: 0, possible: 0 };
    for (const newcomer of newcomers) {
      const possible = alikeOf(newcomer, holders, growing);
      const made = await decideAmong(
        newcomer,
        possible.map((each, place) => ({ ...each, id: String(place) })),
        (places) => declaredDifferent(manager, idsAt(possible, places)),
        true,
      );
      recognised.decisions.push(...made);
      const homes = homesOf(made, possible);
      const joined = join(newcomer, homes, now);
      // From now on all of them are one candidate, by whichever id somebody finds them.
      for (const id of joined.ids) growing.set(id, joined);
      for (const key of newcomer.keys) addHolder(holders, key, newcomer.candidateId);
      recognised.places.set(newcomer.id, { candidateId: joined.leader, isLinked: homes.length > 0 });
      if (homes.length > 0) recognised.linked += 1;
      if (made.some(({ outcome }) => outcome === IdentityOutcome.POSSIBLE)) recognised.possible += 1;
    }
    return recognised;
  }
}

/** By key the candidates of all who bear it, one for each registration; the newcomers before are added one by one. */
type Holders = Map<string, string[]>;

async function readHolders(
  manager: EntityManager,
  newcomers: readonly Newcomer[],
  holders: Holders,
): Promise<void> {
  // Neighbours in the index are read one after the other.
  const keys = [...new Set(newcomers.flatMap((newcomer) => newcomer.keys))]
    .filter((key) => !holders.has(key))
    .sort();
  const found: { place: number; holders: string[] }[] = await manager.query(
    "select place, holders from identity_holders($1, $2)",
    [keys, MOST_SHARED],
  );
  for (const { place, holders: known } of found) holders.set(keys[place - 1] ?? "", known);
}

function addHolder(holders: Holders, key: string, candidateId: string): void {
  const known = holders.get(key);
  if (known === undefined) holders.set(key, [candidateId]);
  else if (known.length <= MOST_SHARED) known.push(candidateId);
}

/** The candidates who share a key that is not everybody's, those who share most first: as `findAlike` gives them. */
function alikeOf({ keys }: Newcomer, holders: Holders, growing: ReadonlyMap<string, Growing>): Growing[] {
  const shared = new Map<Growing, number>();
  for (const key of keys) {
    const known = holders.get(key) ?? [];
    // The newcomer bears it too.
    if (known.length + 1 > MOST_SHARED) continue;
    for (const id of known) {
      const candidate = growing.get(id);
      if (candidate) shared.set(candidate, (shared.get(candidate) ?? 0) + 1);
    }
  }
  const nameOf = ({ leader, ids }: Growing) => leader ?? ids[0] ?? "";
  return [...shared]
    .sort(([one, a], [other, b]) => b - a || (nameOf(one) < nameOf(other) ? -1 : 1))
    .slice(0, MOST_COMPARED)
    .map(([candidate]) => candidate);
}

function idsAt(possible: readonly Growing[], places: readonly string[]): string[] {
  return places.flatMap((place) => possible[Number(place)]?.ids ?? []);
}

function homesOf(made: readonly MatcherDecision[], possible: readonly Growing[]): Growing[] {
  return made.flatMap(({ outcome, pair }) => {
    if (outcome === IdentityOutcome.POSSIBLE) return [];
    const home = possible.find(({ registrations }) => registrations.some(({ id }) => id === pair[1]));
    return home ? [home] : [];
  });
}

/** Known under the oldest of them all, which is that of the home, unless several become one. */
function join({ id, candidateId, person }: Newcomer, homes: readonly Growing[], now: Date): Growing {
  const [home] = homes;
  const own = { ids: [candidateId], registrations: [{ id, person }] };
  if (home === undefined) return { ...own, leader: candidateId, createdAt: now, established: false };
  const isPlain = homes.length === 1 && isOlder(home, { createdAt: now, id: candidateId });
  return {
    ids: [...homes.flatMap(({ ids }) => ids), candidateId],
    leader: isPlain ? home.leader : null,
    createdAt: home.createdAt,
    established: true,
    registrations: [...homes.flatMap(({ registrations }) => registrations), ...own.registrations].sort(
      (one, other) => (one.id < other.id ? -1 : 1),
    ),
  };
}

function isOlder({ leader, createdAt }: Growing, than: Origin): boolean {
  const byAge = createdAt.getTime() - than.createdAt.getTime();
  return leader !== null && (byAge < 0 || (byAge === 0 && leader < than.id));
}

/** All whom a newcomer may be compared with, as they are declared now. */
async function readCandidates(
  manager: EntityManager,
  newcomers: readonly Newcomer[],
  holders: Holders,
  growing: Map<string, Growing>,
): Promise<void> {
  const asked = new Set<string>();
  for (const { keys } of newcomers) {
    const shared = new Map<string, number>();
    for (const key of keys) {
      const known = holders.get(key) ?? [];
      if (known.length < MOST_SHARED) for (const id of known) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    for (const id of mostShared(shared)) if (!growing.has(id)) asked.add(id);
  }
  if (asked.size === 0) return;
  const rows: {
    id: string;
    createdAt: Date;
    established: boolean;
    registrations: AlikeRegistration[] | null;
  }[] = await manager.query(CANDIDATES, [[...asked]]);
  for (const { id, createdAt, established, registrations } of rows)
    growing.set(id, {
      ids: [id],
      leader: id,
      createdAt,
      established,
      registrations: (registrations ?? []).map((said) => ({ id: said.id, person: normalise(said) })),
    });
}

/** Twice as many as are compared: some of them may become one on the way. */
function mostShared(shared: ReadonlyMap<string, number>): string[] {
  if (shared.size <= 2 * MOST_COMPARED) return [...shared.keys()];
  return [...shared]
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, 2 * MOST_COMPARED)
    .map(([id]) => id);
}

const CANDIDATES = /* sql */ `
  select candidate.id, candidate.created_at as "createdAt", coalesce(${ESTABLISHED}, false) as established,
    (select json_agg(${SAID_NOW} order by registration.id) from registration ${DECLARED_NOW}
      where registration.candidate_id = candidate.id and registration.anonymised_on is null) as registrations
  from candidate where candidate.id = any($1::uuid[])`;
