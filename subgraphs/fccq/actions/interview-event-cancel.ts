/** Cancel a Friday of interviews, and every interview booked for it. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { INTERVIEW_EVENT_MOVES, InterviewEventState, InterviewState } from "../domain/interview.ts";
import { InterviewEventRow } from "../store/interview-event.row.ts";
import { InterviewRow } from "../store/interview.row.ts";

@InputType({ description: "A Friday of interviews to cancel." })
export class InterviewEventCancelInput extends ChangeInput {
  @Field(() => ID, { description: "The event, which is planned." })
  eventId: string;

  @Field(() => String, { description: "Why; at most 1,000 characters. Everyone may read it." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

export const interviewEventCancel = defineAction<InterviewEventCancelInput, InterviewEventRow>({
  name: "interviewEventCancel",
  roles: ["OFFICER"],
  row: InterviewEventRow,
  async apply(input, { find, save, manager }) {
    const event = await find(InterviewEventRow, input.eventId, "eventId");
    const state = move(INTERVIEW_EVENT_MOVES, event.state, InterviewEventState.CANCELLED, "eventId");
    const booked = { eventId: event.id, state: InterviewState.BOOKED };
    await manager.update(InterviewRow, booked, { state: InterviewState.CANCELLED });
    return save(InterviewEventRow, { ...event, state, cancellationReason: input.reason });
  },
});
