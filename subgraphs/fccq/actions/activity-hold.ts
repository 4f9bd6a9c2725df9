/** Record that an activity was held, and who did not come. */
import { ArrayMaxSize } from "class-validator";
import { Any, type EntityManager, type EntityTarget } from "typeorm";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { UUID } from "../../../platform/uuid.ts";
import { ACTIVITY_MOVES, ActivityAttendance, ActivityState } from "../domain/activity.ts";
import { ActivityCompanyRow } from "../store/activity-company.row.ts";
import { ActivityParticipantRow } from "../store/activity-participant.row.ts";
import { ActivityRow } from "../store/activity.row.ts";

@InputType({ description: "An activity that was held." })
export class ActivityHoldInput extends ChangeInput {
  @Field(() => ID, { description: "The activity, which is planned for today or was for an earlier day." })
  activityId: string;

  @Field(() => [ID], { description: "The companies (`ActivityCompany`) that did not come; the others did." })
  @ArrayMaxSize(500)
  absentCompanyIds: string[];

  @Field(() => [ID], {
    description: "The people (`ActivityParticipation`) who did not come; the others did.",
  })
  @ArrayMaxSize(500)
  absentParticipantIds: string[];
}

export const activityHold = defineAction<ActivityHoldInput, ActivityRow>({
  name: "activityHold",
  roles: ["OFFICER"],
  row: ActivityRow,
  async apply(input, { find, save, manager, today }) {
    const activity = await find(ActivityRow, input.activityId, "activityId");
    const state = move(ACTIVITY_MOVES, activity.state, ActivityState.HELD, "activityId");
    if (activity.heldOn > today)
      throw new Refusal("OUT_OF_RANGE", "The day of this activity has not come yet.", "activityId");
    await attend(manager, ActivityCompanyRow, activity.id, input.absentCompanyIds, "absentCompanyIds");
    await attend(
      manager,
      ActivityParticipantRow,
      activity.id,
      input.absentParticipantIds,
      "absentParticipantIds",
    );
    return save(ActivityRow, { ...activity, state });
  },
});

/** Marks those named as absent and everybody else as present. */
async function attend(
  manager: EntityManager,
  row: EntityTarget<ActivityCompanyRow | ActivityParticipantRow>,
  activityId: string,
  absentIds: readonly string[],
  field: string,
): Promise<void> {
  const ids = [...new Set(absentIds)].filter((id) => UUID.test(id));
  const absent = await manager.update(
    row,
    { activityId, id: Any(ids) },
    { attendance: ActivityAttendance.ABSENT },
  );
  if (absent.affected !== new Set(absentIds).size)
    throw new Refusal(
      "UNKNOWN_REFERENCE",
      `Somebody named in ${field} takes no part in this activity.`,
      field,
    );
  const expected = { activityId, attendance: ActivityAttendance.EXPECTED };
  await manager.update(row, expected, { attendance: ActivityAttendance.PRESENT });
}
