/** The changes of activities. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { activityCompanyAdd, ActivityCompanyAddInput } from "../actions/activity-company-add.ts";
import { activityCompanyRemove, ActivityCompanyRemoveInput } from "../actions/activity-company-remove.ts";
import { activityHold, ActivityHoldInput } from "../actions/activity-hold.ts";
import { activityParticipantAdd, ActivityParticipantAddInput } from "../actions/activity-participant-add.ts";
import {
  activityParticipantRemove,
  ActivityParticipantRemoveInput,
} from "../actions/activity-participant-remove.ts";
import { activityPlan, ActivityPlanInput } from "../actions/activity-plan.ts";
import { activityProgrammeSet, ActivityProgrammeSetInput } from "../actions/activity-programme-set.ts";
import { activityResume, ActivityResumeInput } from "../actions/activity-resume.ts";
import { activitySuspend, ActivitySuspendInput } from "../actions/activity-suspend.ts";
import type { FccqContext } from "../context.ts";
import { Activity } from "./activity.type.ts";

const ActivityPlanPayload = payloadOf("ActivityPlan", "activity", () => Activity);
const ActivityProgrammeSetPayload = payloadOf("ActivityProgrammeSet", "activity", () => Activity);
const ActivityCompanyAddPayload = payloadOf("ActivityCompanyAdd", "activity", () => Activity);
const ActivityCompanyRemovePayload = payloadOf("ActivityCompanyRemove", "activity", () => Activity);
const ActivityParticipantAddPayload = payloadOf("ActivityParticipantAdd", "activity", () => Activity);
const ActivityParticipantRemovePayload = payloadOf("ActivityParticipantRemove", "activity", () => Activity);
const ActivityHoldPayload = payloadOf("ActivityHold", "activity", () => Activity);
const ActivitySuspendPayload = payloadOf("ActivitySuspend", "activity", () => Activity);
const ActivityResumePayload = payloadOf("ActivityResume", "activity", () => Activity);

@Resolver()
export class ActivityMutations {
  @Mutation(() => ActivityPlanPayload, { description: "Plans an activity. For FCCQ's officers." })
  activityPlan(@Arg("input") input: ActivityPlanInput, @Ctx() context: FccqContext) {
    return payload("activity", activityPlan, input, context);
  }

  @Mutation(() => ActivityProgrammeSetPayload, {
    description: "Sets the programme of an activity. For FCCQ's officers.",
  })
  activityProgrammeSet(@Arg("input") input: ActivityProgrammeSetInput, @Ctx() context: FccqContext) {
    return payload("activity", activityProgrammeSet, input, context);
  }

  @Mutation(() => ActivityCompanyAddPayload, {
    description: "A business takes part in an activity. For FCCQ's officers.",
  })
  activityCompanyAdd(@Arg("input") input: ActivityCompanyAddInput, @Ctx() context: FccqContext) {
    return payload("activity", activityCompanyAdd, input, context);
  }

  @Mutation(() => ActivityCompanyRemovePayload, {
    description: "A business no longer takes part. For FCCQ's officers.",
  })
  activityCompanyRemove(@Arg("input") input: ActivityCompanyRemoveInput, @Ctx() context: FccqContext) {
    return payload("activity", activityCompanyRemove, input, context);
  }

  @Mutation(() => ActivityParticipantAddPayload, {
    description: "A participant takes part in an activity. For FCCQ's officers.",
  })
  activityParticipantAdd(@Arg("input") input: ActivityParticipantAddInput, @Ctx() context: FccqContext) {
    return payload("activity", activityParticipantAdd, input, context);
  }

  @Mutation(() => ActivityParticipantRemovePayload, {
    description: "A participant no longer takes part. For FCCQ's officers.",
  })
  activityParticipantRemove(
    @Arg("input") input: ActivityParticipantRemoveInput,
    @Ctx() context: FccqContext,
  ) {
    return payload("activity", activityParticipantRemove, input, context);
  }

  @Mutation(() => ActivityHoldPayload, {
    description: "Records that an activity was held, and who did not come. For FCCQ's officers.",
  })
  activityHold(@Arg("input") input: ActivityHoldInput, @Ctx() context: FccqContext) {
    return payload("activity", activityHold, input, context);
  }

  @Mutation(() => ActivitySuspendPayload, { description: "Suspends an activity. For FCCQ's officers." })
  activitySuspend(@Arg("input") input: ActivitySuspendInput, @Ctx() context: FccqContext) {
    return payload("activity", activitySuspend, input, context);
  }

  @Mutation(() => ActivityResumePayload, {
    description: "Plans a suspended activity again. For FCCQ's officers.",
  })
  activityResume(@Arg("input") input: ActivityResumeInput, @Ctx() context: FccqContext) {
    return payload("activity", activityResume, input, context);
  }
}
