/** Schedule the interview of a confirmed pairing, in a room of the event. */
import { Max, Min } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { EventState, InterviewState, PairingState } from "../domain/event.ts";
import { Presence } from "../domain/gathering.ts";
import { EventEmployerRow } from "../store/event-employer.row.ts";
import { InterviewRow } from "../store/interview.row.ts";
import { PairingRow } from "../store/pairing.row.ts";
import { findEventAt } from "./event-change.ts";
import { openFileOf } from "./files.ts";

@InputType({ description: "An interview to schedule." })
export class PasserelleInterviewScheduleInput extends ChangeInput {
  @Field(() => ID, { description: "The pairing, which is confirmed." })
  pairingId: string;

  @Field(() => Int, { description: "The virtual room, by its number, 1 to 500; two parties at a time." })
  @Min(1)
  @Max(500)
  room: number;

  @Field(() => DateTimeScalar, { description: "When, within the event." })
  startsAt: Date;

  @Field(() => Int, { defaultValue: 15, description: "How many minutes, 5 to 60." })
  @Min(5)
  @Max(60)
  minutes: number;
}

export const interviewSchedule = defineAction<PasserelleInterviewScheduleInput, InterviewRow>({
  name: "passerelleInterviewSchedule",
  roles: ["ADVISER", "SYSTEM"],
  row: InterviewRow,
  async apply(input, work) {
    const pairing = await work.find(PairingRow, input.pairingId, "pairingId");
    if (pairing.state !== PairingState.CONFIRMED)
      throw new Refusal("WRONG_STATE", "Only a confirmed pairing leads to an interview.", "pairingId");
    const event = await findEventAt(
      work,
      pairing.eventId,
      EventState.MATCHED,
      "Interviews are scheduled once the matching exercise of the event is complete, and before it is over.",
    );
    await openFileOf(work, pairing.registrationId, "pairingId");
    const place = { eventId: event.id, employerId: pairing.employerId };
    if (!(await work.manager.existsBy(EventEmployerRow, { ...place, presence: Presence.EXPECTED })))
      throw new Refusal("WRONG_STATE", "This employer is no longer expected at the event.", "pairingId");
    const endsAt = new Date(input.startsAt.getTime() + input.minutes * 60_000);
    if (input.startsAt < event.startsAt || endsAt > event.endsAt)
      throw new Refusal("OUT_OF_RANGE", "An interview takes place within its event.", "startsAt");
    return work.save(InterviewRow, {
      id: uuid(),
      pairingId: pairing.id,
      ...place,
      registrationId: pairing.registrationId,
      room: input.room,
      startsAt: input.startsAt,
      endsAt,
      state: InterviewState.SCHEDULED,
      outcome: null,
    });
  },
});
