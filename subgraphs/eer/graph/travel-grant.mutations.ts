/** The changes of travel grants. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { travelGrantApprove } from "../actions/travel-grant-approve.ts";
import { travelGrantCancel } from "../actions/travel-grant-cancel.ts";
import { TravelGrantMoveInput } from "../actions/travel-grant-move.ts";
import { travelGrantPay } from "../actions/travel-grant-pay.ts";
import { travelGrantRefuse, TravelGrantRefuseInput } from "../actions/travel-grant-refuse.ts";
import { travelGrantRequest, TravelGrantRequestInput } from "../actions/travel-grant-request.ts";
import type { EerContext } from "../context.ts";
import { TravelGrant } from "./relocation.type.ts";

const TravelGrantRequestPayload = payloadOf("TravelGrantRequest", "travelGrant", () => TravelGrant);
const TravelGrantApprovePayload = payloadOf("TravelGrantApprove", "travelGrant", () => TravelGrant);
const TravelGrantRefusePayload = payloadOf("TravelGrantRefuse", "travelGrant", () => TravelGrant);
const TravelGrantPayPayload = payloadOf("TravelGrantPay", "travelGrant", () => TravelGrant);
const TravelGrantCancelPayload = payloadOf("TravelGrantCancel", "travelGrant", () => TravelGrant);

@Resolver()
export class TravelGrantMutations {
  @Mutation(() => TravelGrantRequestPayload, {
    description: "Asks for money to travel to an employer's site. For EER's counsellors.",
  })
  travelGrantRequest(@Arg("input") input: TravelGrantRequestInput, @Ctx() context: EerContext) {
    return payload("travelGrant", travelGrantRequest, input, context);
  }

  @Mutation(() => TravelGrantApprovePayload, {
    description: "Approves a travel grant. For EER's counsellors.",
  })
  travelGrantApprove(@Arg("input") input: TravelGrantMoveInput, @Ctx() context: EerContext) {
    return payload("travelGrant", travelGrantApprove, input, context);
  }

  @Mutation(() => TravelGrantRefusePayload, {
    description: "Refuses a travel grant, with the reason. For EER's counsellors.",
  })
  travelGrantRefuse(@Arg("input") input: TravelGrantRefuseInput, @Ctx() context: EerContext) {
    return payload("travelGrant", travelGrantRefuse, input, context);
  }

  @Mutation(() => TravelGrantPayPayload, { description: "A travel grant was paid. For EER's counsellors." })
  travelGrantPay(@Arg("input") input: TravelGrantMoveInput, @Ctx() context: EerContext) {
    return payload("travelGrant", travelGrantPay, input, context);
  }

  @Mutation(() => TravelGrantCancelPayload, {
    description: "A travel grant is not needed. For EER's counsellors.",
  })
  travelGrantCancel(@Arg("input") input: TravelGrantMoveInput, @Ctx() context: EerContext) {
    return payload("travelGrant", travelGrantCancel, input, context);
  }
}
