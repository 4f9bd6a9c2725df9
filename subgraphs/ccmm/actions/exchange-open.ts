/** Open an exchange: after an event, a participant and an employer who were there go on by themselves. */
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction, type Work } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { EventState } from "../domain/event.ts";
import { Presence } from "../domain/gathering.ts";
import { ExchangeOpener, ExchangeState } from "../domain/outcome.ts";
import { EmployerRow } from "../store/employer.row.ts";
import { EventEmployerRow } from "../store/event-employer.row.ts";
import { EventParticipantRow } from "../store/event-participant.row.ts";
import { ExchangeRow } from "../store/exchange.row.ts";
import { findEventAt } from "./event-change.ts";
import { findOpen } from "./files.ts";

@InputType({ description: "An exchange to open." })
export class PasserelleExchangeOpenInput extends ChangeInput {
  @Field(() => ID, { description: "The participant, who was at the event." })
  participantId: string;

  @Field(() => ID, { description: "The employer, who was at the event." })
  employerId: string;

  @Field(() => ID, { description: "The event, which was held." })
  eventId: string;

  @Field(() => ExchangeOpener, { description: "Who wrote first." })
  openedBy: ExchangeOpener;

  @Field(() => DateScalar, { nullable: true, description: "Since when; today unless told." })
  openedOn?: string | null;
}

export const exchangeOpen = defineAction<PasserelleExchangeOpenInput, ExchangeRow>({
  name: "passerelleExchangeOpen",
  roles: ["ADVISER", "SYSTEM"],
  row: ExchangeRow,
  async apply(input, work) {
    const { registrationId } = await findOpen(work, input.participantId, "participantId");
    const event = await findEventAt(
      work,
      input.eventId,
      EventState.HELD,
      "People match on their own after an event that was held.",
    );
    const openedOn = input.openedOn ?? work.today;
    if (openedOn > work.today)
      throw new Refusal("OUT_OF_RANGE", "An exchange opens today or earlier.", "openedOn");
    const presence = Presence.PRESENT;
    const eventId = event.id;
    if (!(await work.manager.existsBy(EventParticipantRow, { eventId, registrationId, presence })))
      throw new Refusal("WRONG_STATE", "This participant was not at this event.", "participantId");
    const employerId = await presentEmployer(work, eventId, input.employerId);
    if (await work.manager.existsBy(ExchangeRow, { registrationId, employerId, state: ExchangeState.OPEN }))
      throw new Refusal("CONFLICT", "These two have an open exchange already.", "employerId");
    return work.save(ExchangeRow, {
      id: uuid(),
      registrationId,
      employerId,
      eventId,
      openedBy: input.openedBy,
      openedOn,
      state: ExchangeState.OPEN,
      endedOn: null,
    });
  },
});

/** The employer's id, once it is sure that it was at the event. @throws {Refusal} `UNKNOWN_REFERENCE`, `WRONG_STATE` */
export async function presentEmployer(work: Work, eventId: string, employerId: string): Promise<string> {
  const { id } = await work.find(EmployerRow, employerId, "employerId");
  if (
    !(await work.manager.existsBy(EventEmployerRow, { eventId, employerId: id, presence: Presence.PRESENT }))
  )
    throw new Refusal("WRONG_STATE", "This employer was not at this event.", "employerId");
  return id;
}
