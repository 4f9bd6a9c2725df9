/** Record that a recruitment event was held and who came: the people go on to match on their own. */
import { ArrayMaxSize } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { In, type EntityTarget, type ObjectLiteral } from "typeorm";
import { ChangeInput, defineAction, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { tell } from "../../../platform/outbox.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { UUID } from "../../../platform/uuid.ts";
import { EVENT_MOVES, EventState } from "../domain/event.ts";
import { Presence } from "../domain/gathering.ts";
import { MILESTONE_OF_EVENT } from "../domain/milestone.ts";
import { Step } from "../domain/step.ts";
import { EventEmployerRow } from "../store/event-employer.row.ts";
import { EventParticipantRow } from "../store/event-participant.row.ts";
import { RecruitmentEventRow } from "../store/recruitment-event.row.ts";
import { advanceAll, guestsNamed } from "./files.ts";

@InputType({ description: "A recruitment event that was held." })
export class PasserelleEventHoldInput extends ChangeInput {
  @Field(() => ID, { description: "The event, whose matching exercise is complete and which has begun." })
  eventId: string;

  @Field(() => [ID], {
    defaultValue: [],
    description: "The employers who were expected and did not come; the others came. At most 500.",
  })
  @ArrayMaxSize(500)
  absentEmployerIds: string[];

  @Field(() => [ID], {
    defaultValue: [],
    description: "The participants who were expected and did not come; the others came. At most 500.",
  })
  @ArrayMaxSize(500)
  absentParticipantIds: string[];
}

export const eventHold = defineAction<PasserelleEventHoldInput, RecruitmentEventRow>({
  name: "passerelleEventHold",
  roles: ["ADVISER"],
  row: RecruitmentEventRow,
  async apply(input, work) {
    const event = await work.find(RecruitmentEventRow, input.eventId, "eventId");
    const state = move(EVENT_MOVES, event.state, EventState.HELD, "eventId");
    if (event.startsAt > work.now) throw new Refusal("WRONG_STATE", "This event has not begun.", "eventId");
    await refuseStrangers(work, event.id, input.absentEmployerIds);
    const absent = await guestsNamed(
      work,
      input.absentParticipantIds,
      EventParticipantRow,
      { eventId: event.id },
      "absentParticipantIds",
    );
    const held = await work.save(RecruitmentEventRow, { ...event, state });
    await recordPresence(work, EventEmployerRow, event.id, "employer_id", input.absentEmployerIds);
    await recordPresence(work, EventParticipantRow, event.id, "registration_id", absent);
    const present = await work.manager.findBy(EventParticipantRow, {
      eventId: event.id,
      presence: Presence.PRESENT,
    });
    await tell(
      work,
      ...present.map(({ id, registrationId }) => ({
        kind: MILESTONE_OF_EVENT,
        registrationId,
        sourceId: `event-participant:${id}`,
      })),
    );
    await advanceAll(
      work,
      present.map(({ registrationId }) => registrationId),
      Step.RECRUITMENT_EVENT,
      Step.SELF_DIRECTED_MATCHING,
    );
    return held;
  },
});

async function refuseStrangers({ manager }: Work, eventId: string, employerIds: string[]): Promise<void> {
  const known = employerIds.every((id) => UUID.test(id))
    ? await manager.countBy(EventEmployerRow, { eventId, employerId: In(employerIds) })
    : -1;
  if (known !== new Set(employerIds).size)
    throw new Refusal("UNKNOWN_REFERENCE", "One of these is not registered here.", "absentEmployerIds");
}

async function recordPresence(
  { manager }: Work,
  row: EntityTarget<ObjectLiteral>,
  eventId: string,
  column: "employer_id" | "registration_id",
  absent: string[],
): Promise<void> {
  await manager
    .createQueryBuilder()
    .update(row)
    .set({ presence: () => `case when ${column} = any(:absent) then 'ABSENT' else 'PRESENT' end` })
    .where("event_id = :eventId and presence = :expected", { eventId, absent, expected: Presence.EXPECTED })
    .execute();
}
