/** Remove a participant from an activity that is still to come. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { ActivityParticipantRow } from "../store/activity-participant.row.ts";
import { ActivityRow } from "../store/activity.row.ts";
import { refuseOnceHeld } from "./activity-to-come.ts";

@InputType({ description: "A place in an activity that is given up." })
export class ActivityParticipantRemoveInput extends ChangeInput {
  @Field(() => ID, { description: "The place in the activity (`ActivityParticipation`)." })
  participationId: string;
}

export const activityParticipantRemove = defineAction<ActivityParticipantRemoveInput, ActivityRow>({
  name: "activityParticipantRemove",
  roles: ["OFFICER", "SYSTEM"],
  row: ActivityRow,
  async apply(input, { find, manager }) {
    const place = await find(ActivityParticipantRow, input.participationId, "participationId");
    const activity = await find(ActivityRow, place.activityId, "participationId");
    refuseOnceHeld(activity.state, "participationId");
    await manager.delete(ActivityParticipantRow, { id: place.id });
    return activity;
  },
});
