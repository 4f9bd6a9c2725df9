/** Complete the matching exercise of an event: registration is over, interviews can be scheduled. */
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { EVENT_MOVES, EventState, PairingState } from "../domain/event.ts";
import { PairingRow } from "../store/pairing.row.ts";
import { RecruitmentEventRow } from "../store/recruitment-event.row.ts";
import type { PasserelleEventChangeInput } from "./event-change.ts";

export const exerciseComplete = defineAction<PasserelleEventChangeInput, RecruitmentEventRow>({
  name: "passerelleExerciseComplete",
  roles: ["ADVISER"],
  row: RecruitmentEventRow,
  async apply(input, { find, save, manager, now }) {
    const event = await find(RecruitmentEventRow, input.eventId, "eventId");
    const state = move(EVENT_MOVES, event.state, EventState.MATCHED, "eventId");
    if (!(await manager.existsBy(PairingRow, { eventId: event.id, state: PairingState.CONFIRMED })))
      throw new Refusal("WRONG_STATE", "No pairing of this event is confirmed yet.", "eventId");
    return save(RecruitmentEventRow, { ...event, state, matchedAt: now });
  },
});
