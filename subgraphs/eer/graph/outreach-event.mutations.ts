/** The changes of outreach events. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { outreachEventCancel, OutreachEventCancelInput } from "../actions/outreach-event-cancel.ts";
import { outreachEventHold, OutreachEventHoldInput } from "../actions/outreach-event-hold.ts";
import { outreachEventPlan, OutreachEventPlanInput } from "../actions/outreach-event-plan.ts";
import type { EerContext } from "../context.ts";
import { OutreachEvent } from "./outreach-event.type.ts";

const OutreachEventPlanPayload = payloadOf("OutreachEventPlan", "event", () => OutreachEvent);
const OutreachEventHoldPayload = payloadOf("OutreachEventHold", "event", () => OutreachEvent);
const OutreachEventCancelPayload = payloadOf("OutreachEventCancel", "event", () => OutreachEvent);

@Resolver()
export class OutreachEventMutations {
  @Mutation(() => OutreachEventPlanPayload, {
    description: "Plans a fair, a webinar or a session. For EER's counsellors.",
  })
  outreachEventPlan(@Arg("input") input: OutreachEventPlanInput, @Ctx() context: EerContext) {
    return payload("event", outreachEventPlan, input, context);
  }

  @Mutation(() => OutreachEventHoldPayload, { description: "An event took place. For EER's counsellors." })
  outreachEventHold(@Arg("input") input: OutreachEventHoldInput, @Ctx() context: EerContext) {
    return payload("event", outreachEventHold, input, context);
  }

  @Mutation(() => OutreachEventCancelPayload, {
    description: "An event does not take place. For EER's counsellors.",
  })
  outreachEventCancel(@Arg("input") input: OutreachEventCancelInput, @Ctx() context: EerContext) {
    return payload("event", outreachEventCancel, input, context);
  }
}
