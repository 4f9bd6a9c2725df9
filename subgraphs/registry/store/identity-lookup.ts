/** Who may be the person of a registration: found by shared keys, in one statement whatever the number registered. */
import type { EntityManager } from "typeorm";
import type { DeclaredPerson } from "../domain/identity/index.ts";

/** A registration of a candidate who may be the person. */
export interface AlikeRegistration extends DeclaredPerson {
  id: string;
}

export interface AlikeCandidate {
  candidateId: string;
  /** Every registration of the candidate, as it is declared now. */
  registrations: AlikeRegistration[];
  /** Several registrations, a word given, a referral, an account or a pathway beyond the door: not for a machine to join. */
  established: boolean;
}

/** A key that more share says too little, and is passed over. */
export const MOST_SHARED = 50;
/** No more candidates are compared than this; those who share most keys first. */
export const MOST_COMPARED = 40;

/** The candidates who share a key, but for `notOf`: those of whom the question is asked. */
export async function findAlike(
  manager: EntityManager,
  keys: readonly string[],
  notOf: string | null,
): Promise<AlikeCandidate[]> {
  if (keys.length === 0) return [];
  const { text, values } = alikeStatement(keys, notOf);
  return manager.query(text, values);
}

/** The statement that finds them. */
export function alikeStatement(
  keys: readonly string[],
  notOf: string | null,
): { text: string; values: unknown[] } {
  return { text: ALIKE, values: [keys, notOf, MOST_SHARED, MOST_COMPARED] };
}

/** A registration speaks by its last correction. */
export const DECLARED_NOW = /* sql */ `
  left join lateral (select * from registration_correction where registration_id = registration.id
    order by recorded_at desc, id desc limit 1) as said on true`;

/** What a registration declares now, as the fields of a person to compare; after `DECLARED_NOW`. */
export const SAID_NOW = /* sql */ `
  case when said.id is null then json_build_object('id', registration.id, 'givenNames', registration.given_names,
    'familyNames', registration.family_names, 'birthDate', registration.birth_date, 'email', registration.email,
    'phone', registration.phone, 'address', registration.address, 'city', registration.city,
    'postalCode', registration.postal_code, 'country', registration.country)
  else json_build_object('id', registration.id, 'givenNames', said.given_names, 'familyNames', said.family_names,
    'birthDate', said.birth_date, 'email', said.email, 'phone', said.phone, 'address', said.address, 'city', said.city,
    'postalCode', said.postal_code, 'country', said.country) end`;

/** Whether a candidate has more than a place at one door; over the alias `candidate`. */
export const ESTABLISHED = /* sql */ `(
  candidate.main_contact_id is not null or candidate.stage not in ('PRE_DEPARTURE', 'INTAKE')
  or (select count(*) > 1 from registration as own where own.candidate_id = candidate.id)
  or exists (select from consent where consent.candidate_id = candidate.id)
  or exists (select from referral where referral.candidate_id = candidate.id)
  or exists (select from candidate_account where candidate_account.candidate_id = candidate.id))`;

const ALIKE = /* sql */ `
  with held as materialized (
    select holder.candidate_id, count(*) as keys from unnest($1::text[]) as key
    cross join lateral (
      select candidate_id, count(*) over () as holders from (
        select candidate_id from registration where identity_keys @> array[key] limit $3 + 1) as few) as holder
    where holder.holders <= $3 and holder.candidate_id is distinct from $2
    group by holder.candidate_id order by count(*) desc, holder.candidate_id limit $4)
  select candidate.id as "candidateId", coalesce(${ESTABLISHED}, false) as established,
    (select json_agg(${SAID_NOW} order by registration.id) from registration ${DECLARED_NOW}
      where registration.candidate_id = candidate.id and registration.anonymised_on is null) as registrations
  from held join candidate on candidate.id = held.candidate_id`;
