/** Plan an activity: a welcome, a training « Candidature vidéo », or a meeting with a sector. */
import {
  ArrayMaxSize,
  IsIn,
  IsNotEmpty,
  IsOptional,
  Length,
  MaxLength,
  ValidateNested,
} from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ActivityKind, ActivityState, lastsWell, namesItsSector, SpeakerRole } from "../domain/gathering.ts";
import { SECTOR_CODES } from "../domain/sector.ts";
import { ActivitySpeakerRow } from "../store/activity-speaker.row.ts";
import { ActivityRow } from "../store/activity.row.ts";

@InputType({ description: "Somebody who speaks at an activity." })
export class PasserelleSpeakerInput {
  @Field(() => SpeakerRole, { description: "As what they speak." })
  role: SpeakerRole;

  @Field(() => String, { description: "Their name; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field(() => String, { nullable: true, description: "The business or body they come from." })
  @IsOptional()
  @Length(1, 200)
  affiliation?: string | null;
}

@InputType({ description: "An activity to plan." })
export class PasserelleActivityPlanInput extends ChangeInput {
  @Field(() => ActivityKind, { description: "What it is for." })
  kind: ActivityKind;

  @Field(() => String, { description: "Its title; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @Field(() => String, {
    nullable: true,
    description: "Its sector: SCIAN/NAICS 2022, two digits; required for a sector activity, and only then.",
  })
  @IsOptional()
  @IsIn(SECTOR_CODES)
  sector?: string | null;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt: Date;

  @Field(() => DateTimeScalar, { description: "When it ends, at most 12 hours later." })
  endsAt: Date;

  @Field(() => [PasserelleSpeakerInput], { defaultValue: [], description: "Who speaks; at most 20." })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  speakers: PasserelleSpeakerInput[];
}

export const activityPlan = defineAction<PasserelleActivityPlanInput, ActivityRow>({
  name: "passerelleActivityPlan",
  roles: ["ADVISER", "SYSTEM"],
  row: ActivityRow,
  async apply(input, { save, manager }) {
    const sector = input.sector ?? null;
    if (!namesItsSector(input.kind, sector))
      throw new Refusal("REQUIRED", "A sector activity names its sector, and no other does.", "sector");
    if (!lastsWell(input.startsAt, input.endsAt))
      throw new Refusal("OUT_OF_RANGE", "It ends after it begins, at most 12 hours later.", "endsAt");
    const activity = await save(ActivityRow, {
      id: uuid(),
      kind: input.kind,
      title: input.title,
      sector,
      startsAt: input.startsAt,
      endsAt: input.endsAt,
      state: ActivityState.PLANNED,
    });
    await manager.insert(
      ActivitySpeakerRow,
      input.speakers.map(({ role, name, affiliation }) => ({
        id: uuid(),
        activityId: activity.id,
        role,
        name,
        affiliation: affiliation ?? null,
      })),
    );
    return activity;
  },
});
