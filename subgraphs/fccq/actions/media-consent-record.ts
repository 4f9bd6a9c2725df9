/** Record the consent of somebody who speaks in a video to its publication. */
import { IsOptional } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { MediaConsentMethod } from "../domain/media.ts";
import { MediaSpeakerRow } from "../store/media-speaker.row.ts";
import { pastDay } from "./past-day.ts";

@InputType({ description: "A consent to record." })
export class MediaConsentRecordInput extends ChangeInput {
  @Field(() => ID, { description: "Who speaks (`MediaSpeaker`)." })
  speakerId: string;

  @Field(() => MediaConsentMethod, { description: "How the consent was collected." })
  method: MediaConsentMethod;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  @IsOptional()
  consentedOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day of the consent; null when it names no end.",
  })
  @IsOptional()
  consentUntil?: string | null;
}

export const mediaConsentRecord = defineAction<MediaConsentRecordInput, MediaSpeakerRow>({
  name: "mediaConsentRecord",
  roles: ["OFFICER"],
  row: MediaSpeakerRow,
  async apply(input, { find, save, viewer, today }) {
    const speaker = await find(MediaSpeakerRow, input.speakerId, "speakerId");
    const consentedOn = pastDay(input.consentedOn, today, "consentedOn");
    const consentUntil = input.consentUntil ?? null;
    if (consentUntil !== null && consentUntil < consentedOn)
      throw new Refusal("OUT_OF_RANGE", "A consent cannot end before it was given.", "consentUntil");
    return save(MediaSpeakerRow, {
      ...speaker,
      consentedOn,
      consentUntil,
      consentMethod: input.method,
      collectedBy: viewer.subject,
      withdrawnOn: null,
    });
  },
});
