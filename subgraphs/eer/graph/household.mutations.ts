/** The changes of households. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { householdClose, HouseholdCloseInput } from "../actions/household-close.ts";
import { householdOpen, HouseholdOpenInput } from "../actions/household-open.ts";
import { householdReopen, HouseholdReopenInput } from "../actions/household-reopen.ts";
import type { EerContext } from "../context.ts";
import { Household } from "./household.type.ts";

const HouseholdOpenPayload = payloadOf("HouseholdOpen", "household", () => Household);
const HouseholdClosePayload = payloadOf("HouseholdClose", "household", () => Household);
const HouseholdReopenPayload = payloadOf("HouseholdReopen", "household", () => Household);

@Resolver()
export class HouseholdMutations {
  @Mutation(() => HouseholdOpenPayload, {
    description:
      "Opens the file of a household; the person who came is its principal. For EER's counsellors.",
  })
  householdOpen(@Arg("input") input: HouseholdOpenInput, @Ctx() context: EerContext) {
    return payload("household", householdOpen, input, context);
  }

  @Mutation(() => HouseholdClosePayload, {
    description: "Closes the file of a household, with the reason. For EER's counsellors.",
  })
  householdClose(@Arg("input") input: HouseholdCloseInput, @Ctx() context: EerContext) {
    return payload("household", householdClose, input, context);
  }

  @Mutation(() => HouseholdReopenPayload, {
    description: "Opens the file of a household again. For EER's counsellors.",
  })
  householdReopen(@Arg("input") input: HouseholdReopenInput, @Ctx() context: EerContext) {
    return payload("household", householdReopen, input, context);
  }
}
