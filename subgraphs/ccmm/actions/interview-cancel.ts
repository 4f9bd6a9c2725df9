/** Cancel an interview before its time. */
import { defineAction } from "../../../platform/action.ts";
import { InterviewState } from "../domain/event.ts";
import { InterviewRow } from "../store/interview.row.ts";
import { settleInterview, type PasserelleInterviewSettleInput } from "./interview-settle.ts";

export const interviewCancel = defineAction<PasserelleInterviewSettleInput, InterviewRow>({
  name: "passerelleInterviewCancel",
  roles: ["ADVISER", "SYSTEM"],
  row: InterviewRow,
  apply: (input, work) => settleInterview(input, InterviewState.CANCELLED, null, work),
});
