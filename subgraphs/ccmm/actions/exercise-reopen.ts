/** Take the matching exercise of an event up again: somebody else registers. */
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { EVENT_MOVES, EventState } from "../domain/event.ts";
import { RecruitmentEventRow } from "../store/recruitment-event.row.ts";
import type { PasserelleEventChangeInput } from "./event-change.ts";

export const exerciseReopen = defineAction<PasserelleEventChangeInput, RecruitmentEventRow>({
  name: "passerelleExerciseReopen",
  roles: ["ADVISER"],
  row: RecruitmentEventRow,
  async apply(input, { find, save }) {
    const event = await find(RecruitmentEventRow, input.eventId, "eventId");
    const state = move(EVENT_MOVES, event.state, EventState.PLANNED, "eventId");
    return save(RecruitmentEventRow, { ...event, state, matchedAt: null });
  },
});
