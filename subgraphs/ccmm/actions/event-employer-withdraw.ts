/** Withdraw an employer from a recruitment event before it is held, with its interviews. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { InterviewState } from "../domain/event.ts";
import { Presence } from "../domain/gathering.ts";
import { EventEmployerRow } from "../store/event-employer.row.ts";
import { InterviewRow } from "../store/interview.row.ts";

@InputType({ description: "The registration of an employer to withdraw." })
export class PasserelleEventEmployerWithdrawInput extends ChangeInput {
  @Field(() => ID, { description: "The registration of the employer for the event." })
  eventEmployerId: string;
}

export const eventEmployerWithdraw = defineAction<PasserelleEventEmployerWithdrawInput, EventEmployerRow>({
  name: "passerelleEventEmployerWithdraw",
  roles: ["ADVISER", "SYSTEM"],
  row: EventEmployerRow,
  async apply(input, { find, save, manager }) {
    const guest = await find(EventEmployerRow, input.eventEmployerId, "eventEmployerId");
    if (guest.presence !== Presence.EXPECTED)
      throw new Refusal("WRONG_STATE", "This employer is no longer expected.", "eventEmployerId");
    const { eventId, employerId } = guest;
    await manager.update(
      InterviewRow,
      { eventId, employerId, state: InterviewState.SCHEDULED },
      { state: InterviewState.CANCELLED },
    );
    return save(EventEmployerRow, { ...guest, presence: Presence.WITHDRAWN });
  },
});
