/** One part of the programme of an activity, as an officer plans it. */
import { IsNotEmpty, IsOptional, Matches, Max, MaxLength, Min } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType, Int } from "type-graphql";
import { ActivityPartKind } from "../domain/activity.ts";
import type { ActivityPartRow } from "../store/activity-part.row.ts";

@InputType({ description: "One part of the programme of an activity." })
export class ActivityPartInput {
  @Field(() => ActivityPartKind, { description: "What it is." })
  kind: ActivityPartKind;

  @Field(() => String, { description: "Its title; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The office, organisation or business that leads it; at most 200 characters. Never the name of who testifies.",
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  ledBy?: string | null;

  @Field(() => String, { description: "The hour at the place, as `14:30`." })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  startsAt: string;

  @Field(() => Int, { description: "How long it lasts, 5 to 720 minutes." })
  @Min(5)
  @Max(720)
  minutes: number;
}

/** The rows of a programme. */
export function partsOf(activityId: string, parts: readonly ActivityPartInput[]): ActivityPartRow[] {
  return parts.map(({ kind, title, ledBy, startsAt, minutes }) => ({
    id: uuid(),
    activityId,
    kind,
    title,
    ledBy: ledBy ?? null,
    startsAt,
    minutes,
  }));
}
