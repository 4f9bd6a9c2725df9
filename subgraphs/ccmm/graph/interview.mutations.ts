/** The changes of interviews. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { interviewCancel } from "../actions/interview-cancel.ts";
import { interviewHold, PasserelleInterviewHoldInput } from "../actions/interview-hold.ts";
import { interviewMiss } from "../actions/interview-miss.ts";
import { interviewSchedule, PasserelleInterviewScheduleInput } from "../actions/interview-schedule.ts";
import { PasserelleInterviewSettleInput } from "../actions/interview-settle.ts";
import type { CcmmContext } from "../context.ts";
import { PasserelleInterview } from "./interview.type.ts";

const InterviewSchedulePayload = payloadOf(
  "PasserelleInterviewSchedule",
  "interview",
  () => PasserelleInterview,
);
const InterviewHoldPayload = payloadOf("PasserelleInterviewHold", "interview", () => PasserelleInterview);
const InterviewMissPayload = payloadOf("PasserelleInterviewMiss", "interview", () => PasserelleInterview);
const InterviewCancelPayload = payloadOf("PasserelleInterviewCancel", "interview", () => PasserelleInterview);

@Resolver()
export class InterviewMutations {
  @Mutation(() => InterviewSchedulePayload, {
    description: "Schedules the interview of a confirmed pairing. For CCMM's advisers.",
  })
  passerelleInterviewSchedule(
    @Arg("input") input: PasserelleInterviewScheduleInput,
    @Ctx() context: CcmmContext,
  ) {
    return payload("interview", interviewSchedule, input, context);
  }

  @Mutation(() => InterviewHoldPayload, {
    description: "Records that an interview was held, and what the employer said. For CCMM's advisers.",
  })
  passerelleInterviewHold(@Arg("input") input: PasserelleInterviewHoldInput, @Ctx() context: CcmmContext) {
    return payload("interview", interviewHold, input, context);
  }

  @Mutation(() => InterviewMissPayload, {
    description: "Records that one of the two did not come. For CCMM's advisers.",
  })
  passerelleInterviewMiss(@Arg("input") input: PasserelleInterviewSettleInput, @Ctx() context: CcmmContext) {
    return payload("interview", interviewMiss, input, context);
  }

  @Mutation(() => InterviewCancelPayload, {
    description: "Cancels an interview. For CCMM's advisers.",
  })
  passerelleInterviewCancel(
    @Arg("input") input: PasserelleInterviewSettleInput,
    @Ctx() context: CcmmContext,
  ) {
    return payload("interview", interviewCancel, input, context);
  }
}
