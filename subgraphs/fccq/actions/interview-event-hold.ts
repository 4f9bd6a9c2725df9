/** Close a Friday of interviews once each of them has its outcome. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { INTERVIEW_EVENT_MOVES, InterviewEventState, InterviewState } from "../domain/interview.ts";
import { InterviewEventRow } from "../store/interview-event.row.ts";
import { InterviewRow } from "../store/interview.row.ts";

@InputType({ description: "A Friday of interviews to close." })
export class InterviewEventHoldInput extends ChangeInput {
  @Field(() => ID, { description: "The event, of which no interview is still booked." })
  eventId: string;
}

export const interviewEventHold = defineAction<InterviewEventHoldInput, InterviewEventRow>({
  name: "interviewEventHold",
  roles: ["OFFICER"],
  row: InterviewEventRow,
  async apply(input, { find, save, manager, now }) {
    const event = await find(InterviewEventRow, input.eventId, "eventId");
    const state = move(INTERVIEW_EVENT_MOVES, event.state, InterviewEventState.HELD, "eventId");
    if (event.startsAt > now) throw new Refusal("OUT_OF_RANGE", "This event has not started yet.", "eventId");
    if (await manager.existsBy(InterviewRow, { eventId: event.id, state: InterviewState.BOOKED })) {
      throw new Refusal("WRONG_STATE", "Record first what became of each interview booked.", "eventId");
    }
    return save(InterviewEventRow, { ...event, state });
  },
});
