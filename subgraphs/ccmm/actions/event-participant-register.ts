/** Register a participant for a recruitment event: the step after the sector activities. */
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction, type Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { EventState } from "../domain/event.ts";
import { ActivityKind, Presence } from "../domain/gathering.ts";
import { Step } from "../domain/step.ts";
import { ActivityRow } from "../store/activity.row.ts";
import { AttendanceRow } from "../store/attendance.row.ts";
import { EventParticipantRow } from "../store/event-participant.row.ts";
import { findEventAt, REGISTRATION_IS_OVER } from "./event-change.ts";
import { enter, findOpen } from "./files.ts";

@InputType({ description: "A participant to register for an event." })
export class PasserelleEventParticipantRegisterInput extends ChangeInput {
  @Field(() => ID, { description: "The event, which is planned." })
  eventId: string;

  @Field(() => ID, { description: "The participant, who came to at least one sector activity." })
  participantId: string;
}

export const eventParticipantRegister = defineAction<
  PasserelleEventParticipantRegisterInput,
  EventParticipantRow
>({
  name: "passerelleEventParticipantRegister",
  roles: ["ADVISER", "SYSTEM"],
  row: EventParticipantRow,
  async apply(input, work) {
    const event = await findEventAt(work, input.eventId, EventState.PLANNED, REGISTRATION_IS_OVER);
    const file = await findOpen(work, input.participantId, "participantId");
    const place = { eventId: event.id, registrationId: file.registrationId };
    const former = await work.manager.findOneBy(EventParticipantRow, place);
    if (former && former.presence !== Presence.WITHDRAWN)
      throw new Refusal("CONFLICT", "This participant is registered already.", "participantId");
    if (!(await cameToSectorActivity(work, file.registrationId)))
      throw new Refusal("WRONG_STATE", "A sector activity comes before an event.", "participantId");
    if (file.step !== Step.RECRUITMENT_EVENT)
      await enter(work, file, Step.RECRUITMENT_EVENT, "participantId");
    return work.save(EventParticipantRow, {
      ...place,
      id: former?.id ?? uuid(),
      presence: Presence.EXPECTED,
      registeredOn: work.today,
    });
  },
});

function cameToSectorActivity({ manager }: Work, registrationId: string): Promise<boolean> {
  return manager
    .createQueryBuilder(AttendanceRow, "attendance")
    .innerJoin(ActivityRow, "activity", "activity.id = attendance.activityId and activity.kind = :kind", {
      kind: ActivityKind.SECTOR,
    })
    .where("attendance.registrationId = :registrationId and attendance.presence = :presence", {
      registrationId,
      presence: Presence.PRESENT,
    })
    .getExists();
}
