/** The household has no use for an item of the checklist. */
import { defineAction } from "../../../platform/action.ts";
import { RelocationTaskState } from "../domain/checklist.ts";
import { RelocationTaskRow } from "../store/relocation-task.row.ts";
import { moveTask, type RelocationTaskMoveInput } from "./relocation-task-move.ts";

export const relocationTaskSetAside = defineAction<RelocationTaskMoveInput, RelocationTaskRow>({
  name: "relocationTaskSetAside",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: RelocationTaskRow,
  apply: (input, work) => moveTask(input, RelocationTaskState.NOT_NEEDED, work),
});
