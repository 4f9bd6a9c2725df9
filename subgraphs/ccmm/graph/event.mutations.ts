/** The changes of recruitment events and who registers for them. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { eventCancel } from "../actions/event-cancel.ts";
import { PasserelleEventChangeInput } from "../actions/event-change.ts";
import {
  eventEmployerRegister,
  PasserelleEventEmployerRegisterInput,
} from "../actions/event-employer-register.ts";
import {
  eventEmployerWithdraw,
  PasserelleEventEmployerWithdrawInput,
} from "../actions/event-employer-withdraw.ts";
import { eventHold, PasserelleEventHoldInput } from "../actions/event-hold.ts";
import {
  eventParticipantRegister,
  PasserelleEventParticipantRegisterInput,
} from "../actions/event-participant-register.ts";
import { eventPlan, PasserelleEventPlanInput } from "../actions/event-plan.ts";
import type { CcmmContext } from "../context.ts";
import { PasserelleEvent, PasserelleEventEmployer, PasserelleEventParticipant } from "./event.type.ts";

const EventPlanPayload = payloadOf("PasserelleEventPlan", "event", () => PasserelleEvent);
const EventCancelPayload = payloadOf("PasserelleEventCancel", "event", () => PasserelleEvent);
const EventEmployerRegisterPayload = payloadOf(
  "PasserelleEventEmployerRegister",
  "eventEmployer",
  () => PasserelleEventEmployer,
);
const EventEmployerWithdrawPayload = payloadOf(
  "PasserelleEventEmployerWithdraw",
  "eventEmployer",
  () => PasserelleEventEmployer,
);
const EventParticipantRegisterPayload = payloadOf(
  "PasserelleEventParticipantRegister",
  "eventParticipant",
  () => PasserelleEventParticipant,
);
const EventHoldPayload = payloadOf("PasserelleEventHold", "event", () => PasserelleEvent);

@Resolver()
export class EventMutations {
  @Mutation(() => EventPlanPayload, {
    description: "Plans a recruitment event. For CCMM's advisers.",
  })
  passerelleEventPlan(@Arg("input") input: PasserelleEventPlanInput, @Ctx() context: CcmmContext) {
    return payload("event", eventPlan, input, context);
  }

  @Mutation(() => EventCancelPayload, {
    description: "Cancels a recruitment event and its interviews. For CCMM's advisers.",
  })
  passerelleEventCancel(@Arg("input") input: PasserelleEventChangeInput, @Ctx() context: CcmmContext) {
    return payload("event", eventCancel, input, context);
  }

  @Mutation(() => EventEmployerRegisterPayload, {
    description: "Registers an employer for an event. For CCMM's advisers.",
  })
  passerelleEventEmployerRegister(
    @Arg("input") input: PasserelleEventEmployerRegisterInput,
    @Ctx() context: CcmmContext,
  ) {
    return payload("eventEmployer", eventEmployerRegister, input, context);
  }

  @Mutation(() => EventEmployerWithdrawPayload, {
    description: "Withdraws an employer from an event. For CCMM's advisers.",
  })
  passerelleEventEmployerWithdraw(
    @Arg("input") input: PasserelleEventEmployerWithdrawInput,
    @Ctx() context: CcmmContext,
  ) {
    return payload("eventEmployer", eventEmployerWithdraw, input, context);
  }

  @Mutation(() => EventParticipantRegisterPayload, {
    description: "Registers a participant for an event. For CCMM's advisers.",
  })
  passerelleEventParticipantRegister(
    @Arg("input") input: PasserelleEventParticipantRegisterInput,
    @Ctx() context: CcmmContext,
  ) {
    return payload("eventParticipant", eventParticipantRegister, input, context);
  }

  @Mutation(() => EventHoldPayload, {
    description: "Records that an event was held and who came. For CCMM's advisers.",
  })
  passerelleEventHold(@Arg("input") input: PasserelleEventHoldInput, @Ctx() context: CcmmContext) {
    return payload("event", eventHold, input, context);
  }
}
