/** Plan a suspended activity again, on a day to come, in person or virtual. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ACTIVITY_MOVES, ActivityMode, ActivityState } from "../domain/activity.ts";
import { ActivityRow } from "../store/activity.row.ts";

@InputType({ description: "A suspended activity to plan again." })
export class ActivityResumeInput extends ChangeInput {
  @Field(() => ID, { description: "The activity, which is suspended." })
  activityId: string;

  @Field(() => DateScalar, { description: "Its new day, today or later." })
  heldOn: string;

  @Field(() => ActivityMode, { description: "In person or virtual from now on." })
  mode: ActivityMode;
}

export const activityResume = defineAction<ActivityResumeInput, ActivityRow>({
  name: "activityResume",
  roles: ["OFFICER"],
  row: ActivityRow,
  async apply(input, { find, save, today }) {
    const activity = await find(ActivityRow, input.activityId, "activityId");
    const state = move(ACTIVITY_MOVES, activity.state, ActivityState.PLANNED, "activityId");
    if (input.heldOn < today)
      throw new Refusal("OUT_OF_RANGE", "An activity is planned again for today or later.", "heldOn");
    return save(ActivityRow, {
      ...activity,
      state,
      heldOn: input.heldOn,
      mode: input.mode,
      suspensionReason: null,
    });
  },
});
