/** A change of a recruitment event that names nothing but the event, and the event as other changes need it. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { EventState } from "../domain/event.ts";
import { RecruitmentEventRow } from "../store/recruitment-event.row.ts";

@InputType({ description: "A recruitment event to change." })
export class PasserelleEventChangeInput extends ChangeInput {
  @Field(() => ID, { description: "The event." })
  eventId: string;
}

/** The event, locked. @throws {Refusal} `WRONG_STATE` when it stands elsewhere than at `state`, saying `otherwise`. */
export async function findEventAt(
  { find }: Work,
  eventId: string,
  state: EventState,
  otherwise: string,
): Promise<RecruitmentEventRow> {
  const event = await find(RecruitmentEventRow, eventId, "eventId");
  if (event.state !== state) throw new Refusal("WRONG_STATE", otherwise, "eventId");
  return event;
}

export const REGISTRATION_IS_OVER =
  "Registration for this event is over: its matching exercise is complete, or it was held or cancelled.";
