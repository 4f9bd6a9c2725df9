/** Plan a fair, a webinar or a session. */
import { IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { OutreachEventKind, OutreachEventState, placeIsRight } from "../domain/outreach.ts";
import { OutreachEventRow } from "../store/outreach-event.row.ts";
import { EARLIEST_DAY, notBefore } from "./days.ts";

@InputType({ description: "An event to plan." })
export class OutreachEventPlanInput extends ChangeInput {
  @Field(() => OutreachEventKind, { description: "What kind of event." })
  kind: OutreachEventKind;

  @Field(() => String, { description: "Its title; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @Field(() => DateScalar, { description: "Its day." })
  heldOn: string;

  @Field(() => String, {
    nullable: true,
    description: "Its city, at most 100 characters; for a webinar none, for any other required.",
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(100)
  city?: string | null;
}

export const outreachEventPlan = defineAction<OutreachEventPlanInput, OutreachEventRow>({
  name: "outreachEventPlan",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: OutreachEventRow,
  async apply(input, { save, viewer }) {
    const city = input.city ?? null;
    if (!placeIsRight(input.kind, city))
      throw new Refusal("REQUIRED", "A webinar has no city; a fair or a session has one.", "city");
    return save(OutreachEventRow, {
      id: uuid(),
      tenant: viewer.organisation,
      kind: input.kind,
      title: input.title,
      heldOn: notBefore(input.heldOn, EARLIEST_DAY, "heldOn"),
      city,
      state: OutreachEventState.PLANNED,
      attendance: null,
    });
  },
});
