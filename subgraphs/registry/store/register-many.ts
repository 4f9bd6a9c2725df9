/** Writes rows of a spreadsheet as registrations, each where it belongs, as its door would have: few statements for all. */
import type { EntityManager } from "typeorm";
import type { Keyed } from "../domain/identity/index.ts";
import { MilestoneKind } from "../domain/milestone.ts";
import { Mandate } from "../domain/organisation.ts";
import { foldPathway } from "../domain/pathway.ts";
import { NAMED } from "./arrivals.ts";
import type { Place } from "./identify-many.ts";
import { mandatesOf } from "./pathway.ts";

/** A row on its way to be a registration. */
export interface Registering extends Keyed {
  line: number;
  id: string;
  /** The candidate of its own. */
  candidateId: string;
  place: Place;
}

export interface Registrar {
  importId: string;
  organisation: string;
  now: Date;
  /** The day in Québec. */
  today: string;
}

/**
 * Each with its candidate, its first milestone and the news of it. Those who belong to somebody are written there, and
 * the candidate of their own is known under that one; whose place is to be found by links stands alone until then.
 * Gives the kind of milestone with which all of them began.
 */
export async function registerMany(
  manager: EntityManager,
  rows: readonly Registering[],
  registrar: Registrar,
): Promise<MilestoneKind> {
  const { importId, organisation, now, today } = registrar;
  const mandates = await mandatesOf(manager, organisation, today);
  const fromAbroad = mandates.includes(Mandate.PRE_DEPARTURE_REFERRAL);
  const kind = fromAbroad ? MilestoneKind.REFERRED_FROM_ABROAD : MilestoneKind.REGISTERED;
  const isElsewhere = ({ candidateId, place }: Registering) =>
    place.candidateId !== null && place.candidateId !== candidateId;
  const alone = rows.filter((row) => !isElsewhere(row));
  const linked = rows.filter(isElsewhere);
  // One milestone each, at the same moment by the same organisation: what it folds to is the same for all of them.
  const first = { id: "first", kind, occurredAt: now, reporter: organisation, mandates };
  const pathway = foldPathway([first]);
  if (alone.length > 0)
    await manager.query(ALONE, [
      JSON.stringify(alone.map(({ place, ...row }) => ({ ...row, begins: place.candidateId !== null }))),
      importId,
      now,
      kind,
      pathway?.moved.has(first.id) ?? false,
      pathway?.stage,
      pathway?.since,
      pathway?.responsible,
      pathway?.next,
      pathway?.dueOn ?? "infinity",
      pathway?.exit,
      pathway?.door,
      pathway?.welcomedBy,
      pathway?.montrealStep,
      JSON.stringify(pathway?.spells.map((spell, position) => ({ position, ...spell })) ?? []),
      organisation,
    ]);
  if (linked.length > 0) {
    const homes = [...new Set(linked.flatMap(({ place }) => place.candidateId ?? []))].sort();
    // Those who move at once meet in the same order.
    await manager.query("select from candidate where id = any($1) order by id for update", [homes]);
    await manager.query(LINKED, [
      JSON.stringify(linked.map(({ place, ...row }) => ({ ...row, home: place.candidateId }))),
      importId,
      now,
      kind,
    ]);
    await manager.query(MOVED, [linked.map(({ candidateId }) => candidateId)]);
  }
  return kind;
}

const SAID = NAMED.map(({ column }) => column).join(", ");

const GIVEN =
  'line int, id uuid, "candidateId" uuid, "identityKeys" text[], "searchName" text, "searchBirth" text';

/** One look for each: a planner that has not seen the table yet would read it whole. */
const DECLARED_BY = `cross join lateral (
      select * from registration_arriving where import_id = $2 and line = given.line offset 0) as said`;

const REGISTRATION = `id, candidate_id, home_id, organisation_code, organisation_reference, entry_door, registered_on,
      recorded_at, identity_keys, search_name, search_birth, ${SAID}`;
const DECLARATION = `organisation_code, organisation_reference, entry_door, registered_on, $3::timestamptz, "identityKeys", "searchName",
      "searchBirth", ${SAID}`;

const MILESTONE = /* sql */ `
  insert into milestone (id, registration_id, candidate_id, kind, occurred_at, organisation_code, source_id, recorded_at, moved)
  select uuidv7(), id, "candidateId", $4, $3::timestamptz, organisation_code,
    case when length(organisation_reference) > 187 then left('registration:' || organisation_reference, 160) || md5(organisation_reference)
      else 'registration:' || organisation_reference end, $3::timestamptz`;

const ALONE = /* sql */ `
  with made as materialized (
    select given.*, said.* from json_to_recordset($1) as given (${GIVEN}, begins boolean)
    ${DECLARED_BY} order by given.line),
  people as (
    insert into candidate (id, created_at, stage, stage_since, responsible, next_step, due_on, exit_reason, door,
      welcomed_by, montreal_step)
    select "candidateId", $3::timestamptz, $6, $7::timestamptz, $8, $9, $10::date, $11, $12, $13, $14 from made where begins
    union all
    select "candidateId", $3::timestamptz, null, null, null, null, 'infinity', null, null, null, null from made where not begins),
  registered as (
    insert into registration (${REGISTRATION}) select id, "candidateId", null, ${DECLARATION} from made),
  spell as (
    select * from jsonb_to_recordset($15) as spell (position int, stage text, since timestamptz, until timestamptz,
      "endedBy" text, "isFirst" boolean)),
  stayed as (
    insert into stage_spell (candidate_id, position, stage, since, until, ended_by, is_first)
    select "candidateId", spell.* from made cross join spell where begins),
  told as (
    insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
    select change.kind, "candidateId", "candidateId", '{}', (select news_union(array[$16], array_agg(code)) from news_coordinators())
    from made cross join (values ('STAGE_CHANGED', $6::text), ('RESPONSIBLE_CHANGED', $8::text)) as change (kind, now)
    where begins and change.now is not null)
  ${MILESTONE}, begins and $5::boolean from made`;

/** As two steps at the door: registered alone, and then known under another. */
const LINKED = /* sql */ `
  with made as materialized (
    select given.*, said.* from json_to_recordset($1) as given (${GIVEN}, home uuid)
    ${DECLARED_BY} order by given.line),
  people as (insert into candidate (id, created_at) select "candidateId", $3::timestamptz from made),
  registered as (
    insert into registration (${REGISTRATION}) select id, home, "candidateId", ${DECLARATION} from made),
  known as (insert into candidate_alias (id, candidate_id) select "candidateId", home from made),
  since as (insert into candidate_alias_span (id, candidate_id, since) select "candidateId", home, $3::timestamptz from made),
  told as (
    insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
    select 'REGISTRATION_UNLINKED', "candidateId", id, array[organisation_code], (select coalesce(array_agg(code), '{}') from news_coordinators())
    from made)
  ${MILESTONE}, false from made`;

const MOVED = /* sql */ `
  update milestone set candidate_id = registration.candidate_id from registration
  where registration.id = milestone.registration_id and milestone.candidate_id = any($1::uuid[])`;
