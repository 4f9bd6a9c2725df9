/** A new item of the checklist of a move. */
import { v7 as uuid } from "uuid";
import { RelocationTaskState, type ChecklistItem } from "../domain/checklist.ts";
import type { RelocationPlanRow } from "../store/relocation-plan.row.ts";
import type { RelocationTaskRow } from "../store/relocation-task.row.ts";

/** The row of an item at a place of a plan's checklist. */
export function newTask(
  plan: RelocationPlanRow,
  position: number,
  { phase, kind, owner, title, dueOn }: ChecklistItem & Pick<RelocationTaskRow, "title" | "dueOn">,
): RelocationTaskRow {
  return {
    id: uuid(),
    tenant: plan.tenant,
    planId: plan.id,
    position,
    phase,
    kind,
    title,
    owner,
    dueOn,
    state: RelocationTaskState.TO_DO,
    closedOn: null,
    closedBy: null,
  };
}
