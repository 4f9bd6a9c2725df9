/** The moves of referrals. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { referralAccept } from "../actions/referral-accept.ts";
import { referralCancel } from "../actions/referral-cancel.ts";
import { referralComplete } from "../actions/referral-complete.ts";
import { referralDecline } from "../actions/referral-decline.ts";
import { ReferralEndInput, ReferralMoveInput } from "../actions/referral-move.ts";
import { referralSend, ReferralSendInput } from "../actions/referral-send.ts";
import { referralStart } from "../actions/referral-start.ts";
import type { RegistryContext } from "../context.ts";
import { Referral } from "./referral.type.ts";

const ReferralSendPayload = payloadOf("ReferralSend", "referral", () => Referral);
const ReferralAcceptPayload = payloadOf("ReferralAccept", "referral", () => Referral);
const ReferralStartPayload = payloadOf("ReferralStart", "referral", () => Referral);
const ReferralCompletePayload = payloadOf("ReferralComplete", "referral", () => Referral);
const ReferralDeclinePayload = payloadOf("ReferralDecline", "referral", () => Referral);
const ReferralCancelPayload = payloadOf("ReferralCancel", "referral", () => Referral);

@Resolver()
export class ReferralMutations {
  @Mutation(() => ReferralSendPayload, { description: "Sends a referral." })
  referralSend(@Arg("input") input: ReferralSendInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralSend, input, context);
  }

  @Mutation(() => ReferralAcceptPayload, { description: "Accepts a referral. For the receiver." })
  referralAccept(@Arg("input") input: ReferralMoveInput, @Ctx() context: RegistryContext) {
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
  referralComplete(@Arg("input") input: ReferralEndInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralComplete, input, context);
  }

  @Mutation(() => ReferralDeclinePayload, {
    description: "Declines a referral with the reason. For the receiver.",
  })
  referralDecline(@Arg("input") input: ReferralEndInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralDecline, input, context);
  }

  @Mutation(() => ReferralCancelPayload, {
    description: "Takes a referral back with the reason. For the sender.",
  })
  referralCancel(@Arg("input") input: ReferralEndInput, @Ctx() context: RegistryContext) {
    return payload("referral", referralCancel, input, context);
  }
}
