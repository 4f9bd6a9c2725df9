/** What becomes of a scheduled interview. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { INTERVIEW_MOVES, InterviewState, type InterviewOutcome } from "../domain/event.ts";
import { InterviewRow } from "../store/interview.row.ts";

@InputType({ description: "An interview that was missed or cancelled." })
export class PasserelleInterviewSettleInput extends ChangeInput {
  @Field(() => ID, { description: "The interview, which is scheduled." })
  interviewId: string;
}

/** The interview moved to `to`. @throws {Refusal} `WRONG_STATE` when it is settled, or held or missed before its time. */
export async function settleInterview(
  input: PasserelleInterviewSettleInput,
  to: InterviewState,
  outcome: InterviewOutcome | null,
  { find, save, now }: Work,
): Promise<InterviewRow> {
  const interview = await find(InterviewRow, input.interviewId, "interviewId");
  const state = move(INTERVIEW_MOVES, interview.state, to, "interviewId");
  if (state !== InterviewState.CANCELLED && interview.startsAt > now)
    throw new Refusal("WRONG_STATE", "The time of this interview has not come.", "interviewId");
  return save(InterviewRow, { ...interview, state, outcome });
}
