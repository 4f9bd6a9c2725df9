/** Record a video of a local actor or a testimony; it is published later, with the consents. */
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsIn,
  IsNotEmpty,
  IsOptional,
  Matches,
  MaxLength,
  ValidateNested,
} from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { HTTPS_LINK } from "../domain/link.ts";
import { MediaKind, MediaState } from "../domain/media.ts";
import { REGION_CODES } from "../domain/region.ts";
import { MediaRow } from "../store/media.row.ts";
import { MediaSpeakerInput, saveSpeakers } from "./media-speaker.ts";
import { pastDay } from "./past-day.ts";

@InputType({ description: "A video to record." })
export class MediaRecordInput extends ChangeInput {
  @Field(() => MediaKind, { description: "What it shows." })
  kind: MediaKind;

  @Field(() => String, { description: "Its title; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @Field(() => String, { description: "The region it is about, 01 to 17." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => String, { nullable: true, description: "The city it is about; null for the whole region." })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(100)
  city?: string | null;

  @Field(() => String, { description: "Where it can be seen. An https address of at most 500 characters." })
  @MaxLength(500)
  @Matches(HTTPS_LINK)
  link: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Where its captions are; null while it has none. An https address of at most 500 characters.",
  })
  @IsOptional()
  @MaxLength(500)
  @Matches(HTTPS_LINK)
  captionsLink?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it was recorded; today unless told." })
  @IsOptional()
  recordedOn?: string | null;

  @Field(() => [MediaSpeakerInput], { description: "Everyone who speaks in it; 1 to 50." })
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  speakers: MediaSpeakerInput[];
}

export const mediaRecord = defineAction<MediaRecordInput, MediaRow>({
  name: "mediaRecord",
  roles: ["OFFICER"],
  row: MediaRow,
  async apply(input, work) {
    const media = await work.save(MediaRow, {
      id: uuid(),
      kind: input.kind,
      state: MediaState.RECORDED,
      title: input.title,
      regionCode: input.regionCode,
      city: input.city ?? null,
      link: input.link,
      captionsLink: input.captionsLink ?? null,
      recordedOn: pastDay(input.recordedOn, work.today, "recordedOn"),
      publishedOn: null,
      unpublishedOn: null,
    });
    await saveSpeakers(media.id, input.speakers, "speakers", work);
    return media;
  },
});
