/** Suspend an activity: it is not held on its day. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { ACTIVITY_MOVES, ActivityState } from "../domain/activity.ts";
import { ActivityRow } from "../store/activity.row.ts";

@InputType({ description: "An activity to suspend." })
export class ActivitySuspendInput extends ChangeInput {
  @Field(() => ID, { description: "The activity, which is planned." })
  activityId: string;

  @Field(() => String, { description: "Why; at most 1,000 characters. Everyone may read it." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

export const activitySuspend = defineAction<ActivitySuspendInput, ActivityRow>({
  name: "activitySuspend",
  roles: ["OFFICER"],
  row: ActivityRow,
  async apply(input, { find, save }) {
    const activity = await find(ActivityRow, input.activityId, "activityId");
    const state = move(ACTIVITY_MOVES, activity.state, ActivityState.SUSPENDED, "activityId");
    return save(ActivityRow, { ...activity, state, suspensionReason: input.reason });
  },
});
