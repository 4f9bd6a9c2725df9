/** The stored pathway of a person: recomputed from the milestones whenever one comes in, in the same transaction. */
import type { EntityManager } from "typeorm";
import type { Mandate } from "../domain/organisation.ts";
import { foldPathway, type Milestone, type Pathway } from "../domain/pathway.ts";

/** What came of folding the milestones of people. */
export interface Refolded {
  /** Of how many people something else was stored. */
  changed: number;
  /** The milestones that moved something, by their ids. */
  moved: ReadonlySet<string>;
}

/**
 * Folds the milestones of people and stores what they come to, in two statements whatever their number. Whoever calls
 * holds the people's rows locked, so that no milestone comes in between.
 */
export async function refoldPathways(
  manager: EntityManager,
  candidateIds: readonly string[],
): Promise<Refolded> {
  const folded = await fold(manager, candidateIds);
  const moved = new Set(folded.flatMap(({ pathway }) => [...(pathway?.moved ?? [])]));
  return { changed: await store(manager, folded), moved };
}

interface Folded {
  candidateId: string;
  milestones: readonly Milestone[];
  pathway: Pathway | null;
}

async function fold(manager: EntityManager, candidateIds: readonly string[]): Promise<Folded[]> {
  const rows: (Milestone & { candidateId: string })[] = await manager.query(MILESTONES, [candidateIds]);
  const byCandidate = Map.groupBy(rows, ({ candidateId }) => candidateId);
  return candidateIds.map((candidateId) => {
    const milestones = byCandidate.get(candidateId) ?? [];
    return { candidateId, milestones, pathway: foldPathway(milestones) };
  });
}

const MILESTONES = /* sql */ `
  select milestone.id, milestone.candidate_id as "candidateId", kind, occurred_at as "occurredAt",
    organisation_code as reporter, track, coalesce(mandates, '{}') as mandates
  from milestone join organisation on organisation.code = milestone.organisation_code
  left join (select organisation_id, array_agg(distinct mandate)::text[] as mandates from mandate group by 1) as held
    on held.organisation_id = organisation.id
  where milestone.candidate_id = any($1::uuid[]) and withdrawn_at is null`;

async function store(manager: EntityManager, folded: readonly Folded[]): Promise<number> {
  const spells = folded.flatMap(({ candidateId, pathway }) =>
    (pathway?.spells ?? []).map((spell, position) => ({ candidateId, position, ...spell })),
  );
  const told = folded.flatMap(({ milestones, pathway }) =>
    milestones.map(({ id }) => ({ id, moved: pathway?.moved.has(id) ?? false })),
  );
  const [{ changed }]: [{ changed: number }] = await manager.query(STORE, [
    folded.map(({ candidateId }) => candidateId),
    folded.map(({ pathway }) => pathway?.stage),
    folded.map(({ pathway }) => pathway?.since),
    folded.map(({ pathway }) => pathway?.responsible),
    folded.map(({ pathway }) => pathway?.next),
    folded.map(({ pathway }) => pathway?.dueOn ?? "infinity"),
    folded.map(({ pathway }) => pathway?.exit),
    folded.map(({ pathway }) => pathway?.door),
    folded.map(({ pathway }) => pathway?.welcomedBy),
    folded.map(({ pathway }) => pathway?.montrealStep),
    spells.map(({ candidateId }) => candidateId),
    spells.map(({ position }) => position),
    spells.map(({ stage }) => stage),
    spells.map(({ since }) => since),
    spells.map(({ until }) => until),
    spells.map(({ endedBy }) => endedBy),
    spells.map(({ isFirst }) => isFirst),
    told.map(({ id }) => id),
    told.map(({ moved }) => moved),
    folded.map(({ pathway }) => pathway?.spells.length ?? 0),
  ]);
  return changed;
}

/** Writes only what differs, and counts the people of whom anything did. */
const STORE = /* sql */ `
  with folded as (
    select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::date[], $7::text[],
      $8::text[], $9::text[], $10::text[], $20::int[])
      as t (id, stage, stage_since, responsible, next_step, due_on, exit_reason, door, welcomed_by, montreal_step, stays)),
  spell as (
    select * from unnest($11::uuid[], $12::int[], $13::text[], $14::timestamptz[], $15::timestamptz[], $16::text[], $17::boolean[])
      as t (candidate_id, position, stage, since, until, ended_by, is_first)),
  stood as (
    update candidate set stage = folded.stage, stage_since = folded.stage_since, responsible = folded.responsible,
      next_step = folded.next_step, due_on = folded.due_on, exit_reason = folded.exit_reason, door = folded.door,
      welcomed_by = folded.welcomed_by, montreal_step = folded.montreal_step
    from folded where candidate.id = folded.id
      and (candidate.stage, candidate.stage_since, candidate.responsible, candidate.next_step, candidate.due_on,
        candidate.exit_reason, candidate.door, candidate.welcomed_by, candidate.montreal_step)
      is distinct from (folded.stage, folded.stage_since, folded.responsible, folded.next_step, folded.due_on,
        folded.exit_reason, folded.door, folded.welcomed_by, folded.montreal_step)
    returning candidate.id),
  stayed as (
    insert into stage_spell (candidate_id, position, stage, since, until, ended_by, is_first) select * from spell
    on conflict (candidate_id, position) do update set stage = excluded.stage, since = excluded.since,
      until = excluded.until, ended_by = excluded.ended_by, is_first = excluded.is_first
    where (stage_spell.stage, stage_spell.since, stage_spell.until, stage_spell.ended_by, stage_spell.is_first)
      is distinct from (excluded.stage, excluded.since, excluded.until, excluded.ended_by, excluded.is_first)
    returning candidate_id),
  gone as (
    delete from stage_spell using folded where stage_spell.candidate_id = folded.id and stage_spell.position >= folded.stays
    returning candidate_id),
  told as (
    update milestone set moved = told.moved from unnest($18::uuid[], $19::boolean[]) as told (id, moved)
    where milestone.id = told.id and milestone.moved <> told.moved
    returning candidate_id)
  select count(distinct id)::int as changed from (
    select id from stood union all select candidate_id from stayed union all select candidate_id from gone
    union all select candidate_id from told) as changes`;

/** The mandates of an organisation, today. */
export async function mandatesOf(
  manager: EntityManager,
  organisation: string,
  today: string,
): Promise<Mandate[]> {
  const rows: { mandate: Mandate }[] = await manager.query(
    `select mandate from mandate join organisation on organisation.id = mandate.organisation_id
     where organisation.code = $1 and (mandate.until is null or mandate.until >= $2)`,
    [organisation, today],
  );
  return rows.map(({ mandate }) => mandate);
}
