/** Record that an interview was missed: one of the two did not come; it can be booked anew. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { INTERVIEW_MOVES, InterviewState } from "../domain/interview.ts";
import { InterviewRow } from "../store/interview.row.ts";
import { refuseBeforeItsTime } from "./interview-time.ts";

@InputType({ description: "An interview that was missed." })
export class InterviewMissInput extends ChangeInput {
  @Field(() => ID, { description: "The interview, which is booked and has started." })
  interviewId: string;
}

export const interviewMiss = defineAction<InterviewMissInput, InterviewRow>({
  name: "interviewMiss",
  roles: ["OFFICER", "SYSTEM"],
  row: InterviewRow,
  async apply(input, { find, save, now }) {
    const interview = await find(InterviewRow, input.interviewId, "interviewId");
    const state = move(INTERVIEW_MOVES, interview.state, InterviewState.MISSED, "interviewId");
    refuseBeforeItsTime(interview.startsAt, now, "interviewId");
    return save(InterviewRow, { ...interview, state });
  },
});
