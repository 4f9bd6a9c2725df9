/** Record that an activity was held and who came: whoever is now prepared goes on to the sector activities. */
import { ArrayMaxSize } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { tell } from "../../../platform/outbox.ts";
import { Refusal } from "../../../platform/user-error.ts";
import {
  ACTIVITY_MOVES,
  ActivityState,
  isPrepared,
  Presence,
  type ActivityKind,
} from "../domain/gathering.ts";
import { MILESTONE_OF_ATTENDANCE } from "../domain/milestone.ts";
import { Step } from "../domain/step.ts";
import { ActivityRow } from "../store/activity.row.ts";
import { AttendanceRow } from "../store/attendance.row.ts";
import { advanceAll, guestsNamed } from "./files.ts";

@InputType({ description: "An activity that was held." })
export class PasserelleActivityHoldInput extends ChangeInput {
  @Field(() => ID, { description: "The activity, which is planned and has begun." })
  activityId: string;

  @Field(() => [ID], {
    defaultValue: [],
    description: "The participants who were expected and did not come; the others came. At most 500.",
  })
  @ArrayMaxSize(500)
  absentParticipantIds: string[];
}

export const activityHold = defineAction<PasserelleActivityHoldInput, ActivityRow>({
  name: "passerelleActivityHold",
  roles: ["ADVISER"],
  row: ActivityRow,
  async apply(input, work) {
    const activity = await work.find(ActivityRow, input.activityId, "activityId");
    const state = move(ACTIVITY_MOVES, activity.state, ActivityState.HELD, "activityId");
    if (activity.startsAt > work.now)
      throw new Refusal("WRONG_STATE", "This activity has not begun.", "activityId");
    const absent = await guestsNamed(
      work,
      input.absentParticipantIds,
      AttendanceRow,
      { activityId: activity.id },
      "absentParticipantIds",
    );
    const held = await work.save(ActivityRow, { ...activity, state });
    await recordPresence(work, activity.id, absent);
    await tellAttendance(work, activity);
    await advanceAll(
      work,
      await preparedBy(work, activity.id),
      Step.WELCOME_AND_VIDEO,
      Step.SECTOR_ACTIVITIES,
    );
    return held;
  },
});

/** Tells the registry who came, where that is a milestone. */
async function tellAttendance(work: Work, { id, kind }: ActivityRow): Promise<void> {
  const milestone = MILESTONE_OF_ATTENDANCE[kind];
  if (milestone === null) return;
  const came = await work.manager.findBy(AttendanceRow, { activityId: id, presence: Presence.PRESENT });
  await tell(
    work,
    ...came.map((attendance) => ({
      kind: milestone,
      registrationId: attendance.registrationId,
      sourceId: `attendance:${attendance.id}`,
    })),
  );
}

async function recordPresence({ manager }: Work, activityId: string, absent: string[]): Promise<void> {
  await manager
    .createQueryBuilder()
    .update(AttendanceRow)
    .set({ presence: () => `case when registration_id = any(:absent) then 'ABSENT' else 'PRESENT' end` })
    .where("activity_id = :activityId and presence = :expected", {
      activityId,
      absent,
      expected: Presence.EXPECTED,
    })
    .execute();
}

/** The registrations of those who came to this activity and have had what prepares them by now. */
async function preparedBy({ manager }: Work, activityId: string): Promise<string[]> {
  const rows: { registrationId: string; kinds: ActivityKind[] }[] = await manager.query(
    `select mine.registration_id as "registrationId", array_agg(distinct activity.kind) as kinds
     from attendance mine
     join attendance theirs on theirs.registration_id = mine.registration_id and theirs.presence = 'PRESENT'
     join activity on activity.id = theirs.activity_id
     where mine.activity_id = $1 and mine.presence = 'PRESENT'
     group by mine.registration_id`,
    [activityId],
  );
  return rows.filter(({ kinds }) => isPrepared(kinds)).map(({ registrationId }) => registrationId);
}
