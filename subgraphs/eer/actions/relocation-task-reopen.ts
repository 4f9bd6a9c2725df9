/** An item of the checklist is to be done after all. */
import { defineAction } from "../../../platform/action.ts";
import { RelocationTaskState } from "../domain/checklist.ts";
import { RelocationTaskRow } from "../store/relocation-task.row.ts";
import { moveTask, type RelocationTaskMoveInput } from "./relocation-task-move.ts";

export const relocationTaskReopen = defineAction<RelocationTaskMoveInput, RelocationTaskRow>({
  name: "relocationTaskReopen",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: RelocationTaskRow,
  apply: (input, work) => moveTask(input, RelocationTaskState.TO_DO, work),
});
