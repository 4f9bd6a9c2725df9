/** Record that an interview was missed: one of the two did not come. */
import { defineAction } from "../../../platform/action.ts";
import { InterviewState } from "../domain/event.ts";
import { InterviewRow } from "../store/interview.row.ts";
import { settleInterview, type PasserelleInterviewSettleInput } from "./interview-settle.ts";

export const interviewMiss = defineAction<PasserelleInterviewSettleInput, InterviewRow>({
  name: "passerelleInterviewMiss",
  roles: ["ADVISER"],
  row: InterviewRow,
  apply: (input, work) => settleInterview(input, InterviewState.MISSED, null, work),
});
