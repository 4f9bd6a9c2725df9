/** The changes of hosts. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import {
  visitHostConsentWithdraw,
  VisitHostConsentWithdrawInput,
} from "../actions/visit-host-consent-withdraw.ts";
import { visitHostEnd, VisitHostEndInput } from "../actions/visit-host-end.ts";
import { visitHostName, VisitHostNameInput } from "../actions/visit-host-name.ts";
import { visitHostRegister, VisitHostRegisterInput } from "../actions/visit-host-register.ts";
import type { RegionalContext } from "../context.ts";
import { VisitHost } from "./visit.type.ts";

const VisitHostRegisterPayload = payloadOf("VisitHostRegister", "host", () => VisitHost);
const VisitHostNamePayload = payloadOf("VisitHostName", "host", () => VisitHost);
const VisitHostConsentWithdrawPayload = payloadOf("VisitHostConsentWithdraw", "host", () => VisitHost);
const VisitHostEndPayload = payloadOf("VisitHostEnd", "host", () => VisitHost);

@Resolver()
export class VisitHostMutations {
  @Mutation(() => VisitHostRegisterPayload, {
    description: "Registers who receives visitors in a community. For the regional partners' professionals.",
  })
  visitHostRegister(@Arg("input") input: VisitHostRegisterInput, @Ctx() context: RegionalContext) {
    return payload("host", visitHostRegister, input, context);
  }

  @Mutation(() => VisitHostNamePayload, {
    description:
      "A person who receives visitors agrees to be named. For the regional partners' professionals.",
  })
  visitHostName(@Arg("input") input: VisitHostNameInput, @Ctx() context: RegionalContext) {
    return payload("host", visitHostName, input, context);
  }

  @Mutation(() => VisitHostConsentWithdrawPayload, {
    description:
      "A person no longer agrees to be named; the name is not kept. For the regional partners' professionals.",
  })
  visitHostConsentWithdraw(
    @Arg("input") input: VisitHostConsentWithdrawInput,
    @Ctx() context: RegionalContext,
  ) {
    return payload("host", visitHostConsentWithdraw, input, context);
  }

  @Mutation(() => VisitHostEndPayload, {
    description: "A host no longer receives visitors. For the regional partners' professionals.",
  })
  visitHostEnd(@Arg("input") input: VisitHostEndInput, @Ctx() context: RegionalContext) {
    return payload("host", visitHostEnd, input, context);
  }
}
