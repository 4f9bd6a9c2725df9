/** Move an item of the checklist: done, not needed, or to do again. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { RelocationTaskState, TASK_MOVES } from "../domain/checklist.ts";
import { RelocationTaskRow } from "../store/relocation-task.row.ts";
import { findOpenChecklist } from "./find-open-checklist.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "An item of the checklist." })
export class RelocationTaskMoveInput extends ChangeInput {
  @Field(() => ID, { description: "The item." })
  taskId: string;
}

/** The item moved to `to` today by the caller. */
export async function moveTask(
  input: RelocationTaskMoveInput,
  to: RelocationTaskState,
  work: Work,
): Promise<RelocationTaskRow> {
  const task = await findOwn(work, RelocationTaskRow, input.taskId, "taskId");
  await findOpenChecklist(work, task.planId, "taskId");
  const state = move(TASK_MOVES, task.state, to, "taskId");
  const open = state === RelocationTaskState.TO_DO;
  return work.save(RelocationTaskRow, {
    ...task,
    state,
    closedOn: open ? null : work.today,
    closedBy: open ? null : work.viewer.subject,
  });
}
