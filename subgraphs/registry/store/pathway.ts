/** The stored pathway of a person: recomputed from the milestones whenever one comes in, in the same transaction. */
import type { EntityManager } from "typeorm";
import type { Mandate } from "../domain/organisation.ts";
import { foldPathway, montrealStep, type Milestone, type Pathway } from "../domain/pathway.ts";

/** Folds the milestones of a person and stores what they come to. */
export function refoldPathway(manager: EntityManager, candidateId: string): Promise<void> {
  return refoldPathways(manager, [candidateId]);
}

/** The same for many people, in two statements. */
export async function refoldPathways(manager: EntityManager, candidateIds: readonly string[]): Promise<void> {
  const told = await milestonesOf(manager, candidateIds);
  const folded = candidateIds.map((id) => {
    const milestones = told.get(id) ?? [];
    return { id, pathway: foldPathway(milestones), montrealStep: montrealStep(milestones) };
  });
  const column = <Value>(value: (pathway: Pathway) => Value) =>
    folded.map(({ pathway }) => pathway && value(pathway));
  await manager.query(STORE, [
    folded.map(({ id }) => id),
    column(({ stage }) => stage),
    column(({ since }) => since),
    column(({ responsible }) => responsible),
    column(({ next }) => next),
    column(({ dueOn }) => dueOn),
    column(({ exit }) => exit),
    folded.map((each) => each.montrealStep),
  ]);
}

const STORE = /* sql */ `
update candidate set stage = folded.stage, stage_since = folded.since, responsible = folded.responsible,
  next_step = folded.next, due_on = coalesce(folded.due_on, 'infinity'), exit_reason = folded.exit,
  montreal_step = folded.montreal
from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::date[], $7::text[], $8::text[])
  as folded (id, stage, since, responsible, next, due_on, exit, montreal)
where candidate.id = folded.id`;

async function milestonesOf(
  manager: EntityManager,
  candidateIds: readonly string[],
): Promise<Map<string, Milestone[]>> {
  const rows: (Milestone & { candidateId: string })[] = await manager.query(
    `select milestone.id, candidate_id as "candidateId", kind, occurred_at as "occurredAt",
       organisation_code as reporter,
       array(select mandate from mandate where mandate.organisation_id = organisation.id)::text[] as mandates
     from milestone join organisation on organisation.code = milestone.organisation_code
     where candidate_id = any($1) and withdrawn_at is null`,
    [candidateIds],
  );
  return Map.groupBy(rows, ({ candidateId }) => candidateId);
}

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
