/** The changes of retention checks. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { retentionCheckRecord, RetentionCheckRecordInput } from "../actions/retention-check-record.ts";
import type { RegionalContext } from "../context.ts";
import { RetentionCheck } from "./retention-check.type.ts";

const RetentionCheckRecordPayload = payloadOf("RetentionCheckRecord", "retentionCheck", () => RetentionCheck);

@Resolver()
export class RetentionCheckMutations {
  @Mutation(() => RetentionCheckRecordPayload, {
    description:
      "What a retention check found; a household that left ends its case. For the regional partners' professionals.",
  })
  retentionCheckRecord(@Arg("input") input: RetentionCheckRecordInput, @Ctx() context: RegionalContext) {
    return payload("retentionCheck", retentionCheckRecord, input, context);
  }
}
