/** What a person agrees to, refuses, or takes back. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { consentRecord, ConsentRecordInput } from "../actions/consent-record.ts";
import { consentWithdraw, ConsentWithdrawInput } from "../actions/consent-withdraw.ts";
import type { RegistryContext } from "../context.ts";
import { Consent } from "./access.type.ts";

const ConsentRecordPayload = payloadOf("ConsentRecord", "consent", () => Consent);
const ConsentWithdrawPayload = payloadOf("ConsentWithdraw", "consent", () => Consent);

@Resolver()
export class ConsentMutations {
  @Mutation(() => ConsentRecordPayload, {
    description:
      "Records what a person agreed to, or refused. For professionals of their circle, and for the person.",
  })
  consentRecord(@Arg("input") input: ConsentRecordInput, @Ctx() context: RegistryContext) {
    return payload("consent", consentRecord, input, context);
  }

  @Mutation(() => ConsentWithdrawPayload, {
    description:
      "Withdraws a consent, from the next request on. For professionals of the person's circle, and for the person.",
  })
  consentWithdraw(@Arg("input") input: ConsentWithdrawInput, @Ctx() context: RegistryContext) {
    return payload("consent", consentWithdraw, input, context);
  }
}
