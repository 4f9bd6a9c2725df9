/** Cancel an interview: its room and its parties are free again, and it can be booked anew. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { INTERVIEW_MOVES, InterviewState } from "../domain/interview.ts";
import { InterviewRow } from "../store/interview.row.ts";

@InputType({ description: "An interview to cancel." })
export class InterviewCancelInput extends ChangeInput {
  @Field(() => ID, { description: "The interview, which is booked." })
  interviewId: string;
}

export const interviewCancel = defineAction<InterviewCancelInput, InterviewRow>({
  name: "interviewCancel",
  roles: ["OFFICER", "SYSTEM"],
  row: InterviewRow,
  async apply(input, { find, save }) {
    const interview = await find(InterviewRow, input.interviewId, "interviewId");
    const state = move(INTERVIEW_MOVES, interview.state, InterviewState.CANCELLED, "interviewId");
    return save(InterviewRow, { ...interview, state });
  },
});
