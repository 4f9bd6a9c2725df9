/** Record that an interview was held, and what the employer said. */
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { InterviewOutcome, InterviewState } from "../domain/event.ts";
import { InterviewRow } from "../store/interview.row.ts";
import { PasserelleInterviewSettleInput, settleInterview } from "./interview-settle.ts";

@InputType({ description: "An interview that was held." })
export class PasserelleInterviewHoldInput extends PasserelleInterviewSettleInput {
  @Field(() => InterviewOutcome, {
    nullable: true,
    description: "What the employer said; null when it has not said.",
  })
  outcome?: InterviewOutcome | null;
}

export const interviewHold = defineAction<PasserelleInterviewHoldInput, InterviewRow>({
  name: "passerelleInterviewHold",
  roles: ["ADVISER"],
  row: InterviewRow,
  apply: (input, work) => settleInterview(input, InterviewState.HELD, input.outcome ?? null, work),
});
