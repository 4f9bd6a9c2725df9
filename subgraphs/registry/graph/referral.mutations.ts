/** The moves of referrals. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { referralAccept, ReferralAcceptInput } from "../actions/referral-accept.ts";
import { referralCancel, ReferralCancelInput } from "../actions/referral-cancel.ts";
import { referralComplete, ReferralCompleteInput } from "../actions/referral-complete.ts";
import { referralDecline, ReferralDeclineInput } from "../actions/referral-decline.ts";
import { referralExtend, ReferralExtendInput } from "../actions/referral-extend.ts";
import { ReferralMoveInput } from "../actions/referral-move.ts";
import { referralReturn } from "../actions/referral-return.ts";
import { referralSend, ReferralSendInput } from "../actions/referral-send.ts";
import { referralSettle, ReferralSettleInput } from "../actions/referral-settle.ts";
import { referralStart } from "../actions/referral-start.ts";
import type { RegistryContext } from "../context.ts";
import { Referral } from "./referral.type.ts";

const ReferralSendPayload = payloadOf("ReferralSend", "referral", () => Referral);
const ReferralAcceptPayload = payloadOf("ReferralAccept", "referral", () => Referral);
const ReferralStartPayload = payloadOf("ReferralStart", "referral", () => Referral);
const ReferralCompletePayload = payloadOf("ReferralComplete", "referral", () => Referral);
const ReferralDeclinePayload = payloadOf("ReferralDecline", "referral", () => Referral);
const ReferralReturnPayload = payloadOf("ReferralReturn", "referral", () => Referral);
const ReferralExtendPayload = payloadOf("ReferralExtend", "referral", () => Referral);
const ReferralSettlePayload = payloadOf("ReferralSettle", "referral", () => Referral);
const ReferralCancelPayload = payloadOf("ReferralCancel", "referral", () => Referral);

@Resolver()
export class ReferralMutations {
  @Mutation(() => ReferralSendPayload, { description: "Sends a referral." })
  referralSend(@Arg("input") input: ReferralSendInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralSend, input, context);
  }

  @Mutation(() => ReferralAcceptPayload, {
    description:
      "Accepts a referral: the responsibility that goes with its kind passes on at this moment. For the receiver.",
  })
  referralAccept(@Arg("input") input: ReferralAcceptInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralAccept, input, context);
  }

  @Mutation(() => ReferralStartPayload, {
    description: "Starts the work of an accepted referral. For the receiver.",
  })
  referralStart(@Arg("input") input: ReferralMoveInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralStart, input, context);
  }

  @Mutation(() => ReferralCompletePayload, {
    description: "Completes a referral with its outcome. For the receiver.",
  })
  referralComplete(@Arg("input") input: ReferralCompleteInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralComplete, input, context);
  }

  @Mutation(() => ReferralDeclinePayload, {
    description: "Declines a referral with the reason. For the receiver.",
  })
  referralDecline(@Arg("input") input: ReferralDeclineInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralDecline, input, context);
  }

  @Mutation(() => ReferralCancelPayload, {
    description: "Takes a referral back with the reason. For the sender.",
  })
  referralCancel(@Arg("input") input: ReferralCancelInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralCancel, input, context);
  }

  @Mutation(() => ReferralReturnPayload, {
    description:
      "Takes an acceptance back, within ten days and before the work began: the person and the responsibility go back to the sender. For the receiver.",
  })
  referralReturn(@Arg("input") input: ReferralDeclineInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralReturn, input, context);
  }

  @Mutation(() => ReferralExtendPayload, {
    description: "Changes until when an accepted referral opens what it names. For the sender.",
  })
  referralExtend(@Arg("input") input: ReferralExtendInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralExtend, input, context);
  }

  @Mutation(() => ReferralSettlePayload, {
    description: "Says what was done about a referral that was declined or expired. For the sender.",
  })
  referralSettle(@Arg("input") input: ReferralSettleInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralSettle, input, context);
  }
}
