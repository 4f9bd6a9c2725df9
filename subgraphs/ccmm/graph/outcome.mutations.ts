/** The changes of outcomes. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { outcomeRecord, PasserelleOutcomeRecordInput } from "../actions/outcome-record.ts";
import type { CcmmContext } from "../context.ts";
import { PasserelleOutcome } from "./outcome.type.ts";

const OutcomeRecordPayload = payloadOf("PasserelleOutcomeRecord", "outcome", () => PasserelleOutcome);

@Resolver()
export class OutcomeMutations {
  @Mutation(() => OutcomeRecordPayload, {
    description: "Records whether the person is employed, since when, where and how. For CCMM's advisers.",
  })
  passerelleOutcomeRecord(@Arg("input") input: PasserelleOutcomeRecordInput, @Ctx() context: CcmmContext) {
    return payload("outcome", outcomeRecord, input, context);
  }
}
