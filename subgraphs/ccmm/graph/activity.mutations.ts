/** The changes of activities and who comes to them. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { activityCancel, PasserelleActivityCancelInput } from "../actions/activity-cancel.ts";
import { activityEnrol, PasserelleActivityEnrolInput } from "../actions/activity-enrol.ts";
import { activityHold, PasserelleActivityHoldInput } from "../actions/activity-hold.ts";
import { activityPlan, PasserelleActivityPlanInput } from "../actions/activity-plan.ts";
import type { CcmmContext } from "../context.ts";
import { PasserelleActivity, PasserelleAttendance } from "./activity.type.ts";

const ActivityPlanPayload = payloadOf("PasserelleActivityPlan", "activity", () => PasserelleActivity);
const ActivityCancelPayload = payloadOf("PasserelleActivityCancel", "activity", () => PasserelleActivity);
const ActivityEnrolPayload = payloadOf("PasserelleActivityEnrol", "attendance", () => PasserelleAttendance);
const ActivityHoldPayload = payloadOf("PasserelleActivityHold", "activity", () => PasserelleActivity);

@Resolver()
export class ActivityMutations {
  @Mutation(() => ActivityPlanPayload, {
    description: "Plans an activity with its speakers. For CCMM's advisers.",
  })
  passerelleActivityPlan(@Arg("input") input: PasserelleActivityPlanInput, @Ctx() context: CcmmContext) {
    return payload("activity", activityPlan, input, context);
  }

  @Mutation(() => ActivityCancelPayload, {
    description: "Cancels an activity. For CCMM's advisers.",
  })
  passerelleActivityCancel(@Arg("input") input: PasserelleActivityCancelInput, @Ctx() context: CcmmContext) {
    return payload("activity", activityCancel, input, context);
  }

  @Mutation(() => ActivityEnrolPayload, {
    description: "Enrols a participant in an activity. For CCMM's advisers and website.",
  })
  passerelleActivityEnrol(@Arg("input") input: PasserelleActivityEnrolInput, @Ctx() context: CcmmContext) {
    return payload("attendance", activityEnrol, input, context);
  }

  @Mutation(() => ActivityHoldPayload, {
    description: "Records that an activity was held and who came. For CCMM's advisers.",
  })
  passerelleActivityHold(@Arg("input") input: PasserelleActivityHoldInput, @Ctx() context: CcmmContext) {
    return payload("activity", activityHold, input, context);
  }
}
