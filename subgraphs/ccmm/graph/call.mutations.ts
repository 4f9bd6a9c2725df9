/** The changes of calls. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { callCancel } from "../actions/call-cancel.ts";
import { callMake } from "../actions/call-make.ts";
import { callMiss } from "../actions/call-miss.ts";
import { callSchedule, PasserelleCallScheduleInput } from "../actions/call-schedule.ts";
import { PasserelleCallSettleInput } from "../actions/call-settle.ts";
import type { CcmmContext } from "../context.ts";
import { PasserelleCall } from "./call.type.ts";

const CallSchedulePayload = payloadOf("PasserelleCallSchedule", "call", () => PasserelleCall);
const CallMakePayload = payloadOf("PasserelleCallMake", "call", () => PasserelleCall);
const CallMissPayload = payloadOf("PasserelleCallMiss", "call", () => PasserelleCall);
const CallCancelPayload = payloadOf("PasserelleCallCancel", "call", () => PasserelleCall);

@Resolver()
export class CallMutations {
  @Mutation(() => CallSchedulePayload, {
    description: "Schedules the call of an adviser. For CCMM's advisers.",
  })
  passerelleCallSchedule(@Arg("input") input: PasserelleCallScheduleInput, @Ctx() context: CcmmContext) {
    return payload("call", callSchedule, input, context);
  }

  @Mutation(() => CallMakePayload, {
    description: "Records that a call was made: the welcome and the training follow. For CCMM's advisers.",
  })
  passerelleCallMake(@Arg("input") input: PasserelleCallSettleInput, @Ctx() context: CcmmContext) {
    return payload("call", callMake, input, context);
  }

  @Mutation(() => CallMissPayload, {
    description: "Records that the person did not answer. For CCMM's advisers.",
  })
  passerelleCallMiss(@Arg("input") input: PasserelleCallSettleInput, @Ctx() context: CcmmContext) {
    return payload("call", callMiss, input, context);
  }

  @Mutation(() => CallCancelPayload, {
    description: "Cancels a call before it is made. For CCMM's advisers.",
  })
  passerelleCallCancel(@Arg("input") input: PasserelleCallSettleInput, @Ctx() context: CcmmContext) {
    return payload("call", callCancel, input, context);
  }
}
