/** Recognising the people of many registrations at once: each as if it had come alone, in a handful of statements. */
import type { EntityManager } from "typeorm";
import { IdentityOutcome, normalise } from "../domain/identity/index.ts";
import { decideAmong, type ComparedRegistration } from "./identify.ts";
import { declaredDifferent, writeMatcherDecisions, type MatcherDecision } from "./identity-decisions.ts";
import { regroup } from "./identity-groups.ts";
import {
  DECLARED_NOW,
  ESTABLISHED,
  MOST_SHARED,
  NOT_WAITING,
  SAID_NOW,
  type AlikeRegistration,
} from "./identity-lookup.ts";

/** A candidate as it grows while registrations are placed. */
interface Growing {
  id: string;
  established: boolean;
  registrations: ComparedRegistration[];
}

/** Links and asks for registrations that were just written, in this order; gives how many of them were either. */
export async function identifyMany(
  manager: EntityManager,
  registrationIds: readonly string[],
  now: Date,
): Promise<{ linked: number; possible: number }> {
  if (registrationIds.length === 0) return { linked: 0, possible: 0 };
  const shared: { id: string; candidateIds: string[] }[] = await manager.query(SHARED, [
    registrationIds,
    MOST_SHARED,
  ]);
  const alikeOf = new Map(shared.map(({ id, candidateIds }) => [id, candidateIds]));
  const { candidates, people, candidateOf } = await readCandidates(manager, registrationIds, alikeOf);
  // Those who come later in this batch are not there yet.
  for (const id of registrationIds) candidates.delete(candidateOf.get(id) ?? "");
  const decisions: MatcherDecision[] = [];
  const linked = new Set<string>();
  const asked = new Set<string>();
  for (const id of registrationIds) {
    const person = people.get(id);
    const own = candidateOf.get(id);
    if (!person || own === undefined) continue;
    const possible = new Set(
      (alikeOf.get(id) ?? []).flatMap((candidateId) => candidates.get(candidateId) ?? []),
    );
    const made = await decideAmong(
      { id, person },
      [...possible],
      (homes) => declaredDifferent(manager, homes),
      true,
    );
    decisions.push(...made);
    const joined: Growing = { id: own, established: false, registrations: [{ id, person }] };
    for (const { outcome, pair } of made) {
      if (outcome === IdentityOutcome.POSSIBLE) {
        asked.add(id);
        continue;
      }
      linked.add(id);
      const home = [...possible].find(({ registrations }) =>
        registrations.some((each) => each.id === pair[1]),
      );
      if (home) {
        joined.registrations.push(...home.registrations);
        joined.established = true;
      }
    }
    // From now on all of them are one candidate, by whichever id somebody finds them.
    for (const each of joined.registrations) candidates.set(candidateOf.get(each.id) ?? own, joined);
  }
  await writeMatcherDecisions(manager, decisions, now);
  if (linked.size > 0)
    await regroup(
      manager,
      decisions.flatMap(({ outcome, pair }) => (outcome === IdentityOutcome.POSSIBLE ? [] : [...pair])),
      now,
    );
  return { linked: linked.size, possible: asked.size };
}

async function readCandidates(
  manager: EntityManager,
  registrationIds: readonly string[],
  alikeOf: ReadonlyMap<string, readonly string[]>,
) {
  const rows: { id: string; established: boolean; registrations: AlikeRegistration[] | null }[] =
    await manager.query(CANDIDATES, [[...new Set([...alikeOf.values()].flat())], registrationIds]);
  const candidates = new Map<string, Growing>();
  const people = new Map<string, ComparedRegistration["person"]>();
  const candidateOf = new Map<string, string>();
  for (const { id, established, registrations } of rows) {
    const compared = (registrations ?? []).map((said) => ({ id: said.id, person: normalise(said) }));
    candidates.set(id, { id, established, registrations: compared });
    for (const each of compared) {
      people.set(each.id, each.person);
      candidateOf.set(each.id, id);
    }
  }
  return { candidates, people, candidateOf };
}

/** For each registration the candidates who share a key that is not everybody's, those who share most first. */
const SHARED = /* sql */ `
  with own as materialized (
    select id, candidate_id, key from registration, unnest(identity_keys) as key where id = any($1::uuid[])),
  holder as materialized (
    select distinct key, held.candidate_id from (select distinct key from own) as asked
    cross join lateral (
      select candidate_id, count(*) over () as holders from (
        select candidate_id from registration where identity_keys @> array[key] and ${NOT_WAITING} limit $2 + 1) as few) as held
    where held.holders <= $2)
  select id, (array_agg(candidate_id order by shared desc, candidate_id))[1:40] as "candidateIds"
  from (select own.id, holder.candidate_id, count(*) as shared from own join holder using (key)
    where holder.candidate_id <> own.candidate_id group by 1, 2) as found
  group by id`;

/** One list of ids: with an "or" every candidate of the registry would be looked at for each batch. */
const CANDIDATES = /* sql */ `
  select candidate.id, coalesce(${ESTABLISHED}, false) as established,
    (select jsonb_agg(${SAID_NOW} order by registration.id) from registration ${DECLARED_NOW}
      where registration.candidate_id = candidate.id and registration.anonymised_on is null) as registrations
  from candidate where candidate.id in (
    select unnest($1::uuid[]) union select candidate_id from registration where id = any($2::uuid[]))`;
