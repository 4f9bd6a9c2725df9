/** What came of imports, without ids and moments: two registries with the same outcome hold the same people. */
import type pg from "pg";

export interface Outcome {
  registrations: number;
  candidates: number;
  milestones: number;
  stays: number;
  decisions: number;
  /** Of rows and registrations that wait to be compared. */
  waiting: number;
  news: Record<string, number>;
  /** Fingerprints: what is declared, who is one person with whom, and what holds of any two. */
  declared: string;
  together: string;
  pairs: string;
}

export async function outcomeOf(client: pg.Client): Promise<Outcome> {
  const { rows } = await client.query<{ outcome: Outcome }>(OUTCOME);
  const [found] = rows;
  if (!found) throw new Error("PostgreSQL gave no outcome.");
  return found.outcome;
}

const DECLARED =
  "organisation_code, organisation_reference, entry_door, registered_on, given_names, family_names, birth_date, email, phone, address, city, postal_code, country, identity_keys, search_name";

const OUTCOME = /* sql */ `
  with named as materialized (select id, candidate_id, organisation_code || ' ' || organisation_reference as name from registration),
  grouped as (select string_agg(name, ',' order by name) as names from named group by candidate_id),
  paired as (
    select least(one.name, other.name) || '|' || greatest(one.name, other.name) || '|' || state as pair
    from identity_pair join named as one on one.id = one_id join named as other on other.id = other_id)
  select json_build_object(
    'registrations', (select count(*) from registration),
    'candidates', (select count(distinct candidate_id) from registration),
    'milestones', (select count(*) from milestone),
    'stays', (select count(*) from stage_spell),
    'decisions', (select count(*) from identity_decision),
    'waiting', (select count(*) from identity_waiting) + (select count(*) from registration_arriving),
    'news', (select json_object_agg(kind, n) from (select kind, count(*) as n from news_entry group by kind order by kind) as told),
    'declared', (select md5(string_agg(row (${DECLARED})::text, ';' order by organisation_code, organisation_reference)) from registration),
    'together', (select md5(string_agg(names, ';' order by names)) from grouped),
    'pairs', (select md5(coalesce(string_agg(pair, ';' order by pair), '')) from paired)) as outcome`;
