/** Which candidate each registration belongs to, made anew from the links whenever one is made or taken back. */
import type { EntityManager } from "typeorm";
import { knownUnder, type Origin } from "../domain/identity/index.ts";
import { refoldPathways } from "./pathway.ts";

/** Tables whose rows hang on a person and go where the person goes; each row knows for whom it was written. */
export const FOLLOWING = [
  "registration",
  "referral",
  "consent",
  "emergency_access",
  "correction",
  "missed_proposal",
  "candidate_account",
  "closed_account",
  "personal_export",
  "assessment",
  "support_need",
] as const;

/**
 * Settles under which candidates the registrations named, and all who are or were one with them, are known. Nothing is
 * rewritten but the candidate that rows name; stages are folded anew. Gives the candidates that changed.
 */
export async function regroup(
  manager: EntityManager,
  registrationIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const before: (Origin & { candidateId: string })[] = await manager.query(ORIGINS, [registrationIds]);
  const links: { one: string; other: string }[] = await manager.query(LINKS, [
    [...new Set(before.map(({ candidateId }) => candidateId))],
  ]);
  const after = knownUnder(
    before,
    links.map(({ one, other }) => [one, other] as const),
  );
  const moved = before.flatMap(({ id, candidateId }) => {
    const to = after.get(id) ?? id;
    return to === candidateId ? [] : [{ home: id, from: candidateId, to }];
  });
  if (moved.length === 0) return [];
  const column = (name: "home" | "from" | "to") => moved.map((each) => each[name]);
  const values = [column("home"), column("from"), column("to")];
  // Those who move at once meet in the same order.
  const touched = [...new Set(moved.flatMap(({ from, to }) => [from, to]))].sort();
  await manager.query("select from candidate where id = any($1) order by id for update", [touched]);
  for (const table of FOLLOWING)
    await manager.query(
      `update ${table} set candidate_id = moved.goes_to, home_id = nullif(moved.home, moved.goes_to)
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as moved (home, comes_from, goes_to)
       where ${table}.candidate_id = moved.comes_from and coalesce(${table}.home_id, ${table}.candidate_id) = moved.home`,
      values,
    );
  await manager.query(
    `update milestone set candidate_id = registration.candidate_id from registration
     where registration.id = milestone.registration_id and registration.candidate_id <> milestone.candidate_id
       and milestone.candidate_id = any($1)`,
    [touched],
  );
  await manager.query(NO_LONGER, [column("home"), now]);
  await manager.query(FROM_NOW_ON, [column("home"), column("to"), now]);
  await refoldPathways(manager, touched);
  return touched;
}

/** Every origin that is known under the same candidate as one of these registrations. */
const ORIGINS = /* sql */ `
  with person as (select distinct candidate_id from registration where id = any($1::uuid[]))
  select candidate.id, candidate.created_at as "createdAt", origin.candidate_id as "candidateId"
  from (select candidate_id as id, candidate_id from person
    union select alias.id, alias.candidate_id from candidate_alias as alias join person using (candidate_id)) as origin
  join candidate on candidate.id = origin.id`;

/** The live links among the registrations of these candidates, by the origins that they tie. */
const LINKS = /* sql */ `
  select coalesce(one.home_id, one.candidate_id) as one, coalesce(other.home_id, other.candidate_id) as other
  from registration as one join identity_pair on identity_pair.one_id = one.id
  join registration as other on other.id = identity_pair.other_id
  where one.candidate_id = any($1) and state in ('LINKED', 'LINKED_AUTOMATICALLY')`;

/** Who was known under another is so no more: it is kept from when to when. */
const NO_LONGER = /* sql */ `
  with over as (delete from candidate_alias where id = any($1) returning id)
  update candidate_alias_span as span set until = $2 from over where span.id = over.id and until is null`;

const FROM_NOW_ON = /* sql */ `
  with made as (
    insert into candidate_alias (id, candidate_id)
    select home, goes_to from unnest($1::uuid[], $2::uuid[]) as moved (home, goes_to) where home <> goes_to
    returning id, candidate_id)
  insert into candidate_alias_span (id, candidate_id, since) select id, candidate_id, $3 from made`;
