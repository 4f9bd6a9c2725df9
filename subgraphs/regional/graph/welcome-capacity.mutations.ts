/** The changes of capacity. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { capacitySet, CapacitySetInput } from "../actions/capacity-set.ts";
import type { RegionalContext } from "../context.ts";
import { WelcomeCapacityMonth } from "./welcome-capacity.type.ts";

const CapacitySetPayload = payloadOf("CapacitySet", "capacity", () => WelcomeCapacityMonth);

@Resolver()
export class WelcomeCapacityMutations {
  @Mutation(() => CapacitySetPayload, {
    description:
      "Says how many households the partner can receive in a region in a month. For the regional partners' professionals.",
  })
  capacitySet(@Arg("input") input: CapacitySetInput, @Ctx() context: RegionalContext) {
    return payload("capacity", capacitySet, input, context);
  }
}
