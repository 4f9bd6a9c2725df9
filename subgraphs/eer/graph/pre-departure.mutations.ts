/** The changes of pre-departure cases. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { preDepartureCaseArrive, PreDepartureCaseArriveInput } from "../actions/pre-departure-case-arrive.ts";
import { preDepartureCaseClose, PreDepartureCaseCloseInput } from "../actions/pre-departure-case-close.ts";
import { preDepartureCaseExpect, PreDepartureCaseExpectInput } from "../actions/pre-departure-case-expect.ts";
import {
  preDepartureCaseReceive,
  PreDepartureCaseReceiveInput,
} from "../actions/pre-departure-case-receive.ts";
import { preDepartureCaseStart, PreDepartureCaseStartInput } from "../actions/pre-departure-case-start.ts";
import type { EerContext } from "../context.ts";
import { PreDepartureCase } from "./pre-departure.type.ts";

const PreDepartureCaseReceivePayload = payloadOf("PreDepartureCaseReceive", "case", () => PreDepartureCase);
const PreDepartureCaseStartPayload = payloadOf("PreDepartureCaseStart", "case", () => PreDepartureCase);
const PreDepartureCaseExpectPayload = payloadOf("PreDepartureCaseExpect", "case", () => PreDepartureCase);
const PreDepartureCaseArrivePayload = payloadOf("PreDepartureCaseArrive", "case", () => PreDepartureCase);
const PreDepartureCaseClosePayload = payloadOf("PreDepartureCaseClose", "case", () => PreDepartureCase);

@Resolver()
export class PreDepartureMutations {
  @Mutation(() => PreDepartureCaseReceivePayload, {
    description: "Receives a person still abroad, referred by MIFI. For EER's counsellors.",
  })
  preDepartureCaseReceive(@Arg("input") input: PreDepartureCaseReceiveInput, @Ctx() context: EerContext) {
    return payload("case", preDepartureCaseReceive, input, context);
  }

  @Mutation(() => PreDepartureCaseStartPayload, {
    description: "A counsellor begins with the person, or takes over. For EER's counsellors.",
  })
  preDepartureCaseStart(@Arg("input") input: PreDepartureCaseStartInput, @Ctx() context: EerContext) {
    return payload("case", preDepartureCaseStart, input, context);
  }

  @Mutation(() => PreDepartureCaseExpectPayload, {
    description: "Changes what is known of the arrival. For EER's counsellors.",
  })
  preDepartureCaseExpect(@Arg("input") input: PreDepartureCaseExpectInput, @Ctx() context: EerContext) {
    return payload("case", preDepartureCaseExpect, input, context);
  }

  @Mutation(() => PreDepartureCaseArrivePayload, {
    description: "The person arrived in Québec. For EER's counsellors.",
  })
  preDepartureCaseArrive(@Arg("input") input: PreDepartureCaseArriveInput, @Ctx() context: EerContext) {
    return payload("case", preDepartureCaseArrive, input, context);
  }

  @Mutation(() => PreDepartureCaseClosePayload, {
    description: "The case ends before an arrival. For EER's counsellors.",
  })
  preDepartureCaseClose(@Arg("input") input: PreDepartureCaseCloseInput, @Ctx() context: EerContext) {
    return payload("case", preDepartureCaseClose, input, context);
  }
}
