/** Enrol a participant in a planned activity. */
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ActivityState, Presence } from "../domain/gathering.ts";
import { hasHadCall } from "../domain/step.ts";
import { ActivityRow } from "../store/activity.row.ts";
import { AttendanceRow } from "../store/attendance.row.ts";
import { findOpen } from "./files.ts";

@InputType({ description: "A participant to enrol in an activity." })
export class PasserelleActivityEnrolInput extends ChangeInput {
  @Field(() => ID, { description: "The activity, which is planned." })
  activityId: string;

  @Field(() => ID, { description: "The participant, whose adviser has called." })
  participantId: string;
}

export const activityEnrol = defineAction<PasserelleActivityEnrolInput, AttendanceRow>({
  name: "passerelleActivityEnrol",
  roles: ["ADVISER", "SYSTEM"],
  row: AttendanceRow,
  async apply(input, work) {
    const activity = await work.find(ActivityRow, input.activityId, "activityId");
    if (activity.state !== ActivityState.PLANNED)
      throw new Refusal("WRONG_STATE", "This activity is no longer planned.", "activityId");
    const { step, registrationId } = await findOpen(work, input.participantId, "participantId");
    if (!hasHadCall(step))
      throw new Refusal(
        "WRONG_STATE",
        "The call of an adviser comes before the activities.",
        "participantId",
      );
    const place = { activityId: activity.id, registrationId };
    const former = await work.manager.findOneBy(AttendanceRow, place);
    if (former && former.presence !== Presence.WITHDRAWN)
      throw new Refusal("CONFLICT", "This participant is enrolled already.", "participantId");
    return work.save(AttendanceRow, {
      ...place,
      id: former?.id ?? uuid(),
      presence: Presence.EXPECTED,
      enrolledOn: work.today,
    });
  },
});
