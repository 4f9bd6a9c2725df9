/** Decisions on two registrations: written down for good, with what holds of the two from then on. */
import type { EntityManager } from "typeorm";
import { v7 as uuid } from "uuid";
import { currentModel, IdentityOutcome, type Comparison } from "../domain/identity/index.ts";
import { IdentityDecisionRow } from "./identity-decision.row.ts";

/** What the matcher decided on two registrations. */
export interface MatcherDecision {
  outcome: IdentityOutcome.LINKED_AUTOMATICALLY | IdentityOutcome.POSSIBLE;
  pair: readonly [string, string];
  comparison: Comparison;
}

/** What a person decided, for which organisation and why. */
export interface HumanDecision {
  pair: readonly [string, string];
  by: { subject: string; organisation: string };
  reason: string;
}

/** Writes what the matcher decided, where nothing holds of the two yet; two statements, whatever the number. */
export async function writeMatcherDecisions(
  manager: EntityManager,
  decisions: readonly MatcherDecision[],
  now: Date,
): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map(({ outcome, pair, comparison }) => ({
    id: uuid(),
    outcome,
    ...ordered(pair),
    weight: comparison.weight,
    probability: comparison.probability,
    evidence: comparison.evidence,
    gates: comparison.gates,
  }));
  await manager.query(MATCHED, [JSON.stringify(rows), now, currentModel.version]);
}

/** Writes a decision of a person, which from then on holds of the two; gives it back. */
export async function writeDecision(
  manager: EntityManager,
  outcome: IdentityOutcome.LINKED | IdentityOutcome.DECLARED_DIFFERENT,
  { pair, by, reason }: HumanDecision,
  now: Date,
): Promise<IdentityDecisionRow> {
  const decision = await manager.save(IdentityDecisionRow, {
    ...NO_EVIDENCE,
    id: uuid(),
    outcome,
    ...ordered(pair),
    decidedAt: now,
    decidedBy: by.subject,
    organisationCode: by.organisation,
    reason,
    takesBack: null,
  });
  await manager.query(HOLDS, [decision.oneId, decision.otherId, outcome, decision.id]);
  return decision;
}

/** Takes back a decision: what held of the two before holds again. Gives what was written. */
export async function takeBack(
  manager: EntityManager,
  taken: IdentityDecisionRow,
  { by, reason }: Omit<HumanDecision, "pair">,
  now: Date,
): Promise<IdentityDecisionRow> {
  const { oneId, otherId } = taken;
  const decision = await manager.save(IdentityDecisionRow, {
    ...NO_EVIDENCE,
    id: uuid(),
    outcome: IdentityOutcome.TAKEN_BACK,
    oneId,
    otherId,
    decidedAt: now,
    decidedBy: by.subject,
    organisationCode: by.organisation,
    reason,
    takesBack: taken.id,
  });
  await manager.query(REOPENED, [oneId, otherId]);
  await manager.query(
    "delete from identity_pair where one_id = $1 and other_id = $2 and state <> 'POSSIBLE'",
    [oneId, otherId],
  );
  return decision;
}

/** What holds of two registrations now; null when nothing does. */
export async function heldOf(
  manager: EntityManager,
  pair: readonly [string, string],
): Promise<{ state: IdentityOutcome; decisionId: string } | null> {
  const { oneId, otherId } = ordered(pair);
  const [held]: { state: IdentityOutcome; decisionId: string }[] = await manager.query(
    `select state, decision_id as "decisionId" from identity_pair where one_id = $1 and other_id = $2`,
    [oneId, otherId],
  );
  return held ?? null;
}

/** Whether a human said of any two registrations of these candidates that they are two persons. */
export async function declaredDifferent(
  manager: EntityManager,
  candidates: readonly string[],
): Promise<boolean> {
  const [found]: { found: boolean }[] = await manager.query(
    `select exists (select from registration as one join identity_pair on identity_pair.one_id = one.id
       join registration as other on other.id = identity_pair.other_id
       where state = 'DECLARED_DIFFERENT' and one.candidate_id = any($1) and other.candidate_id = any($1)) as found`,
    [candidates],
  );
  return found?.found ?? false;
}

const NO_EVIDENCE = { modelVersion: null, weight: null, probability: null, evidence: [], gates: [] };

function ordered([one, other]: readonly [string, string]): { oneId: string; otherId: string } {
  return one < other ? { oneId: one, otherId: other } : { oneId: other, otherId: one };
}

const MATCHED = /* sql */ `
  with made as (
    select made.* from jsonb_to_recordset($1::jsonb) as made (id uuid, outcome text, "oneId" uuid, "otherId" uuid,
      weight real, probability real, evidence jsonb, gates jsonb)
    where not exists (select from identity_pair where one_id = "oneId" and other_id = "otherId")),
  written as (
    insert into identity_decision (id, outcome, one_id, other_id, decided_at, model_version, weight, probability, evidence, gates)
    select id, outcome, "oneId", "otherId", $2, $3, weight, probability, evidence, array(select jsonb_array_elements_text(gates))
    from made returning id, one_id, other_id, outcome)
  insert into identity_pair (one_id, other_id, state, decision_id) select one_id, other_id, outcome, id from written`;

const HOLDS = /* sql */ `
  insert into identity_pair as pair (one_id, other_id, state, decision_id) values ($1, $2, $3, $4)
  on conflict (one_id, other_id) do update set state = excluded.state, decision_id = excluded.decision_id,
    question_id = case when pair.state = 'POSSIBLE' then pair.decision_id else pair.question_id end`;

const REOPENED = /* sql */ `
  update identity_pair set state = 'POSSIBLE', decision_id = question_id, question_id = null
  where one_id = $1 and other_id = $2 and question_id is not null`;
