/** An item of the checklist was done. */
import { defineAction } from "../../../platform/action.ts";
import { RelocationTaskState } from "../domain/checklist.ts";
import { RelocationTaskRow } from "../store/relocation-task.row.ts";
import { moveTask, type RelocationTaskMoveInput } from "./relocation-task-move.ts";

export const relocationTaskComplete = defineAction<RelocationTaskMoveInput, RelocationTaskRow>({
  name: "relocationTaskComplete",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: RelocationTaskRow,
  apply: (input, work) => moveTask(input, RelocationTaskState.DONE, work),
});
