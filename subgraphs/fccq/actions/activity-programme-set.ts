/** Set the programme of an activity that is still to come. */
import { ArrayMaxSize, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { ActivityPartRow } from "../store/activity-part.row.ts";
import { ActivityRow } from "../store/activity.row.ts";
import { ActivityPartInput, partsOf } from "./activity-part.ts";
import { refuseOnceHeld } from "./activity-to-come.ts";

@InputType({ description: "A programme; it replaces the former one whole." })
export class ActivityProgrammeSetInput extends ChangeInput {
  @Field(() => ID, { description: "The activity, which was not held yet." })
  activityId: string;

  @Field(() => [ActivityPartInput], { description: "The programme of the day; at most 50 parts." })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  programme: ActivityPartInput[];
}

export const activityProgrammeSet = defineAction<ActivityProgrammeSetInput, ActivityRow>({
  name: "activityProgrammeSet",
  roles: ["OFFICER"],
  row: ActivityRow,
  async apply(input, { find, manager }) {
    const activity = await find(ActivityRow, input.activityId, "activityId");
    refuseOnceHeld(activity.state, "activityId");
    await manager.delete(ActivityPartRow, { activityId: activity.id });
    await manager.insert(ActivityPartRow, partsOf(activity.id, input.programme));
    return activity;
  },
});
