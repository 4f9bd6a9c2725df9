/** Plan a recruitment event: speed interviews or a virtual fair. */
import { IsIn, IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { EventKind, EventState } from "../domain/event.ts";
import { lastsWell } from "../domain/gathering.ts";
import { SECTOR_CODES } from "../domain/sector.ts";
import { RecruitmentEventRow } from "../store/recruitment-event.row.ts";

@InputType({ description: "A recruitment event to plan." })
export class PasserelleEventPlanInput extends ChangeInput {
  @Field(() => EventKind, { description: "How it brings people and employers together." })
  kind: EventKind;

  @Field(() => String, { description: "Its title; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @Field(() => String, {
    nullable: true,
    description: "Its sector: SCIAN/NAICS 2022, two digits; none for an event of several sectors.",
  })
  @IsOptional()
  @IsIn(SECTOR_CODES)
  sector?: string | null;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt: Date;

  @Field(() => DateTimeScalar, { description: "When it ends, at most 12 hours later." })
  endsAt: Date;
}

export const eventPlan = defineAction<PasserelleEventPlanInput, RecruitmentEventRow>({
  name: "passerelleEventPlan",
  roles: ["ADVISER", "SYSTEM"],
  row: RecruitmentEventRow,
  async apply(input, { save }) {
    if (!lastsWell(input.startsAt, input.endsAt))
      throw new Refusal("OUT_OF_RANGE", "It ends after it begins, at most 12 hours later.", "endsAt");
    return save(RecruitmentEventRow, {
      id: uuid(),
      kind: input.kind,
      title: input.title,
      sector: input.sector ?? null,
      startsAt: input.startsAt,
      endsAt: input.endsAt,
      state: EventState.PLANNED,
      matchedAt: null,
    });
  },
});
