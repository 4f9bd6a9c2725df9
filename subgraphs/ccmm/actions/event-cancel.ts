/** Cancel a recruitment event before it is held, with its interviews. */
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { EVENT_MOVES, EventState, InterviewState } from "../domain/event.ts";
import { InterviewRow } from "../store/interview.row.ts";
import { RecruitmentEventRow } from "../store/recruitment-event.row.ts";
import type { PasserelleEventChangeInput } from "./event-change.ts";

export const eventCancel = defineAction<PasserelleEventChangeInput, RecruitmentEventRow>({
  name: "passerelleEventCancel",
  roles: ["ADVISER", "SYSTEM"],
  row: RecruitmentEventRow,
  async apply(input, { find, save, manager }) {
    const event = await find(RecruitmentEventRow, input.eventId, "eventId");
    const state = move(EVENT_MOVES, event.state, EventState.CANCELLED, "eventId");
    await manager.update(
      InterviewRow,
      { eventId: event.id, state: InterviewState.SCHEDULED },
      { state: InterviewState.CANCELLED },
    );
    return save(RecruitmentEventRow, { ...event, state });
  },
});
