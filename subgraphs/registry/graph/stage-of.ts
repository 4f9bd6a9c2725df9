/** The stage of a candidate's row, as the graph shows it. */
import { nextMontrealStep } from "../domain/montreal.ts";
import { nextStages } from "../domain/pathway-table.ts";
import { STAGE_RULES } from "../domain/stage.ts";
import { STEPS_OF_STAGE } from "../domain/stage-step.ts";
import type { CandidateRow } from "../store/candidate.row.ts";
import type { Stage } from "./pathway.type.ts";

/** Null before the first milestone. */
export function stageOf(row: CandidateRow): Stage | null {
  if (!row.stage || !row.stageSince) return null;
  return {
    code: row.stage,
    since: row.stageSince,
    next: row.nextStep,
    dueOn: row.dueOn === "infinity" ? null : row.dueOn,
    exit: row.exitReason,
    nextStages: row.exitReason ? [] : nextStages(row.stage),
    montrealStep: row.montrealStep,
    nextMontrealStep: nextMontrealStep(row.montrealStep),
    personStep: STAGE_RULES[row.stage].personSees,
    steps: row.exitReason ? [] : STEPS_OF_STAGE[row.stage],
    candidateId: row.id,
    responsibleCode: row.responsible,
    welcomedByCode: row.welcomedBy,
  };
}
