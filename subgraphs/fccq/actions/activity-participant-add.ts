/** Add a participant to an activity that is still to come. */
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ActivityAttendance } from "../domain/activity.ts";
import { ActivityParticipantRow } from "../store/activity-participant.row.ts";
import { ActivityRow } from "../store/activity.row.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { refuseOnceHeld } from "./activity-to-come.ts";

@InputType({ description: "A participant who takes part in an activity." })
export class ActivityParticipantAddInput extends ChangeInput {
  @Field(() => ID, { description: "The activity, which was not held yet." })
  activityId: string;

  @Field(() => ID, { description: "The participant." })
  participantId: string;
}

export const activityParticipantAdd = defineAction<ActivityParticipantAddInput, ActivityRow>({
  name: "activityParticipantAdd",
  roles: ["OFFICER", "SYSTEM"],
  row: ActivityRow,
  async apply(input, { find, save, manager, today }) {
    const activity = await find(ActivityRow, input.activityId, "activityId");
    refuseOnceHeld(activity.state, "activityId");
    const participant = await find(ParticipantRow, input.participantId, "participantId");
    const place = { activityId: activity.id, registrationId: participant.registrationId };
    if (await manager.existsBy(ActivityParticipantRow, place)) {
      throw new Refusal("CONFLICT", "They take part in this activity already.", "participantId");
    }
    await save(ActivityParticipantRow, {
      id: uuid(),
      ...place,
      signedUpOn: today,
      attendance: ActivityAttendance.EXPECTED,
    });
    return activity;
  },
});
