/** An outreach event does not take place. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { OUTREACH_MOVES, OutreachEventState } from "../domain/outreach.ts";
import { OutreachEventRow } from "../store/outreach-event.row.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "An event to cancel." })
export class OutreachEventCancelInput extends ChangeInput {
  @Field(() => ID, { description: "The event." })
  outreachEventId: string;
}

export const outreachEventCancel = defineAction<OutreachEventCancelInput, OutreachEventRow>({
  name: "outreachEventCancel",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: OutreachEventRow,
  async apply(input, work) {
    const event = await findOwn(work, OutreachEventRow, input.outreachEventId, "outreachEventId");
    const state = move(OUTREACH_MOVES, event.state, OutreachEventState.CANCELLED, "outreachEventId");
    return work.save(OutreachEventRow, { ...event, state });
  },
});
