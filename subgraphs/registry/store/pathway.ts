/** The stored pathway of a person: recomputed from the milestones whenever one comes in, in the same transaction. */
import type { EntityManager } from "typeorm";
import type { Mandate } from "../domain/organisation.ts";
import { foldPathway, montrealStep, type Milestone } from "../domain/pathway.ts";
import { CandidateRow } from "./candidate.row.ts";

/** Folds the milestones of a person and stores what they come to. */
export async function refoldPathway(manager: EntityManager, candidateId: string): Promise<void> {
  const milestones = await milestonesOf(manager, candidateId);
  const pathway = foldPathway(milestones);
  await manager.update(
    CandidateRow,
    { id: candidateId },
    {
      stage: pathway?.stage ?? null,
      stageSince: pathway?.since ?? null,
      responsible: pathway?.responsible ?? null,
      nextStep: pathway?.next ?? null,
      dueOn: pathway?.dueOn ?? "infinity",
      exitReason: pathway?.exit ?? null,
      montrealStep: montrealStep(milestones),
    },
  );
}

async function milestonesOf(manager: EntityManager, candidateId: string): Promise<Milestone[]> {
  return manager.query(
    `select milestone.id, kind, occurred_at as "occurredAt", organisation_code as reporter,
       array(select mandate from mandate where mandate.organisation_id = organisation.id)::text[] as mandates
     from milestone join organisation on organisation.code = milestone.organisation_code
     where candidate_id = $1 and withdrawn_at is null`,
    [candidateId],
  );
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
