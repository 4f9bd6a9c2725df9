/** The changes of advisers. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { adviserAdd, PasserelleAdviserAddInput } from "../actions/adviser-add.ts";
import { adviserLeave, PasserelleAdviserLeaveInput } from "../actions/adviser-leave.ts";
import type { CcmmContext } from "../context.ts";
import { PasserelleAdviser } from "./adviser.type.ts";

const AdviserAddPayload = payloadOf("PasserelleAdviserAdd", "adviser", () => PasserelleAdviser);
const AdviserLeavePayload = payloadOf("PasserelleAdviserLeave", "adviser", () => PasserelleAdviser);

@Resolver()
export class AdviserMutations {
  @Mutation(() => AdviserAddPayload, {
    description: "Adds an adviser to the team Talents et diversité. For CCMM's advisers.",
  })
  passerelleAdviserAdd(@Arg("input") input: PasserelleAdviserAddInput, @Ctx() context: CcmmContext) {
    return payload("adviser", adviserAdd, input, context);
  }

  @Mutation(() => AdviserLeavePayload, {
    description: "Records that an adviser leaves the team. For CCMM's advisers.",
  })
  passerelleAdviserLeave(@Arg("input") input: PasserelleAdviserLeaveInput, @Ctx() context: CcmmContext) {
    return payload("adviser", adviserLeave, input, context);
  }
}
