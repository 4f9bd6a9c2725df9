/** The changes of visits. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { visitCancel, VisitCancelInput } from "../actions/visit-cancel.ts";
import { visitHold, VisitHoldInput } from "../actions/visit-hold.ts";
import { visitPlan, VisitPlanInput } from "../actions/visit-plan.ts";
import type { RegionalContext } from "../context.ts";
import { RegionalVisit } from "./visit.type.ts";

const VisitPlanPayload = payloadOf("VisitPlan", "visit", () => RegionalVisit);
const VisitHoldPayload = payloadOf("VisitHold", "visit", () => RegionalVisit);
const VisitCancelPayload = payloadOf("VisitCancel", "visit", () => RegionalVisit);

@Resolver()
export class VisitMutations {
  @Mutation(() => VisitPlanPayload, {
    description: "Plans a visit to a community. For the regional partners' professionals.",
  })
  visitPlan(@Arg("input") input: VisitPlanInput, @Ctx() context: RegionalContext) {
    return payload("visit", visitPlan, input, context);
  }

  @Mutation(() => VisitHoldPayload, {
    description:
      "A visit took place, and so many people were received. For the regional partners' professionals.",
  })
  visitHold(@Arg("input") input: VisitHoldInput, @Ctx() context: RegionalContext) {
    return payload("visit", visitHold, input, context);
  }

  @Mutation(() => VisitCancelPayload, {
    description: "A visit does not take place. For the regional partners' professionals.",
  })
  visitCancel(@Arg("input") input: VisitCancelInput, @Ctx() context: RegionalContext) {
    return payload("visit", visitCancel, input, context);
  }
}
