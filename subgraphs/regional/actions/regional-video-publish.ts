/** Publish a video of a region: with captions, and with the consent of whoever speaks. */
import { IsIn, IsNotEmpty, IsOptional, IsUrl, Length, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { RegionalVideoKind, videoObstacle } from "../domain/profile.ts";
import { REGION_CODES } from "../domain/region.ts";
import { RegionalVideoRow } from "../store/regional-video.row.ts";
import { pastDay } from "./given-day.ts";
import { requireOwnRegion } from "./own-region.ts";

@InputType({ description: "A video to publish in the profile of a region." })
export class RegionalVideoPublishInput extends ChangeInput {
  @Field(() => String, { description: "The region, by code, which your partner covers." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => RegionalVideoKind, { description: "What it shows." })
  kind: RegionalVideoKind;

  @Field(() => String, { description: "Its title in French; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  titleFr: string;

  @Field(() => String, { nullable: true, description: "The same in English, when it is translated." })
  @IsOptional()
  @Length(1, 200)
  titleEn?: string | null;

  @Field(() => String, { description: "The address where it is seen, which begins with https://." })
  @IsUrl({ protocols: ["https"], require_protocol: true, disallow_auth: true })
  @MaxLength(500)
  url: string;

  @Field(() => Boolean, { description: "Whether it has captions; without, it is not published." })
  captioned: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When whoever speaks in it agreed; required for a local actor and for a testimony.",
  })
  consentedOn?: string | null;
}

export const regionalVideoPublish = defineAction<RegionalVideoPublishInput, RegionalVideoRow>({
  name: "regionalVideoPublish",
  roles: ["PROFESSIONAL"],
  row: RegionalVideoRow,
  async apply(input, work) {
    const { kind, captioned } = input;
    const consentedOn = input.consentedOn ? pastDay(input.consentedOn, work.today, "consentedOn") : null;
    const obstacle = videoObstacle({ kind, captioned, consentedOn });
    if (obstacle) {
      throw new Refusal(
        "REQUIRED",
        "A video is published with captions, and with the consent of whoever speaks in it.",
        obstacle,
      );
    }
    await requireOwnRegion(input.regionCode, work, work.today);
    return work.save(RegionalVideoRow, {
      id: uuid(),
      tenant: work.viewer.organisation,
      regionCode: input.regionCode,
      kind,
      titleFr: input.titleFr,
      titleEn: input.titleEn ?? null,
      url: input.url,
      captioned,
      consentedOn,
      publishedOn: work.today,
      withdrawnOn: null,
    });
  },
});
