/** An outreach event took place: how many came. */
import { IsOptional, Max, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { OUTREACH_MOVES, OutreachEventState } from "../domain/outreach.ts";
import { OutreachEventRow } from "../store/outreach-event.row.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "An event that took place." })
export class OutreachEventHoldInput extends ChangeInput {
  @Field(() => ID, { description: "The event, whose day has come." })
  outreachEventId: string;

  @Field(() => Int, {
    nullable: true,
    description: "How many came, 0 to 1,000,000; null when nobody counted.",
  })
  @IsOptional()
  @Min(0)
  @Max(1_000_000)
  attendance?: number | null;
}

export const outreachEventHold = defineAction<OutreachEventHoldInput, OutreachEventRow>({
  name: "outreachEventHold",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: OutreachEventRow,
  async apply(input, work) {
    const event = await findOwn(work, OutreachEventRow, input.outreachEventId, "outreachEventId");
    const state = move(OUTREACH_MOVES, event.state, OutreachEventState.HELD, "outreachEventId");
    if (event.heldOn > work.today)
      throw new Refusal("WRONG_STATE", "The day of this event has not come yet.", "outreachEventId");
    return work.save(OutreachEventRow, { ...event, state, attendance: input.attendance ?? null });
  },
});
