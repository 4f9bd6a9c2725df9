/** The changes of interview events and interviews. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { interviewBook, InterviewBookInput } from "../actions/interview-book.ts";
import { interviewCancel, InterviewCancelInput } from "../actions/interview-cancel.ts";
import { interviewEventCancel, InterviewEventCancelInput } from "../actions/interview-event-cancel.ts";
import { interviewEventHold, InterviewEventHoldInput } from "../actions/interview-event-hold.ts";
import { interviewEventPlan, InterviewEventPlanInput } from "../actions/interview-event-plan.ts";
import { interviewHold, InterviewHoldInput } from "../actions/interview-hold.ts";
import { interviewMiss, InterviewMissInput } from "../actions/interview-miss.ts";
import { interviewRoomAdd, InterviewRoomAddInput } from "../actions/interview-room-add.ts";
import type { FccqContext } from "../context.ts";
import { Interview, InterviewEvent } from "./interview.type.ts";

const InterviewEventPlanPayload = payloadOf("InterviewEventPlan", "event", () => InterviewEvent);
const InterviewRoomAddPayload = payloadOf("InterviewRoomAdd", "event", () => InterviewEvent);
const InterviewEventHoldPayload = payloadOf("InterviewEventHold", "event", () => InterviewEvent);
const InterviewEventCancelPayload = payloadOf("InterviewEventCancel", "event", () => InterviewEvent);
const InterviewBookPayload = payloadOf("InterviewBook", "interview", () => Interview);
const InterviewHoldPayload = payloadOf("InterviewHold", "interview", () => Interview);
const InterviewMissPayload = payloadOf("InterviewMiss", "interview", () => Interview);
const InterviewCancelPayload = payloadOf("InterviewCancel", "interview", () => Interview);

@Resolver()
export class InterviewMutations {
  @Mutation(() => InterviewEventPlanPayload, {
    description: "Plans a Friday of interviews. For FCCQ's officers.",
  })
  interviewEventPlan(@Arg("input") input: InterviewEventPlanInput, @Ctx() context: FccqContext) {
    return payload("event", interviewEventPlan, input, context);
  }

  @Mutation(() => InterviewRoomAddPayload, { description: "Adds a private room. For FCCQ's officers." })
  interviewRoomAdd(@Arg("input") input: InterviewRoomAddInput, @Ctx() context: FccqContext) {
    return payload("event", interviewRoomAdd, input, context);
  }

  @Mutation(() => InterviewEventHoldPayload, {
    description: "Closes a Friday of interviews. For FCCQ's officers.",
  })
  interviewEventHold(@Arg("input") input: InterviewEventHoldInput, @Ctx() context: FccqContext) {
    return payload("event", interviewEventHold, input, context);
  }

  @Mutation(() => InterviewEventCancelPayload, {
    description: "Cancels a Friday of interviews and what is booked for it. For FCCQ's officers.",
  })
  interviewEventCancel(@Arg("input") input: InterviewEventCancelInput, @Ctx() context: FccqContext) {
    return payload("event", interviewEventCancel, input, context);
  }

  @Mutation(() => InterviewBookPayload, {
    description: "Books fifteen minutes of a room for the two parties of a match. For FCCQ's officers.",
  })
  interviewBook(@Arg("input") input: InterviewBookInput, @Ctx() context: FccqContext) {
    return payload("interview", interviewBook, input, context);
  }

  @Mutation(() => InterviewHoldPayload, {
    description: "Records that an interview was held. For FCCQ's officers.",
  })
  interviewHold(@Arg("input") input: InterviewHoldInput, @Ctx() context: FccqContext) {
    return payload("interview", interviewHold, input, context);
  }

  @Mutation(() => InterviewMissPayload, {
    description: "Records that an interview was missed. For FCCQ's officers.",
  })
  interviewMiss(@Arg("input") input: InterviewMissInput, @Ctx() context: FccqContext) {
    return payload("interview", interviewMiss, input, context);
  }

  @Mutation(() => InterviewCancelPayload, { description: "Cancels an interview. For FCCQ's officers." })
  interviewCancel(@Arg("input") input: InterviewCancelInput, @Ctx() context: FccqContext) {
    return payload("interview", interviewCancel, input, context);
  }
}
