/** Record that somebody took back their consent to a video: it is unpublished at once. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { MediaState } from "../domain/media.ts";
import { MediaSpeakerRow } from "../store/media-speaker.row.ts";
import { MediaRow } from "../store/media.row.ts";

@InputType({ description: "A consent that is taken back." })
export class MediaConsentWithdrawInput extends ChangeInput {
  @Field(() => ID, { description: "Who speaks (`MediaSpeaker`), and has consented." })
  speakerId: string;
}

export const mediaConsentWithdraw = defineAction<MediaConsentWithdrawInput, MediaSpeakerRow>({
  name: "mediaConsentWithdraw",
  roles: ["OFFICER", "SYSTEM"],
  row: MediaSpeakerRow,
  async apply(input, { find, save, today }) {
    const speaker = await find(MediaSpeakerRow, input.speakerId, "speakerId");
    if (speaker.consentedOn === null || speaker.withdrawnOn !== null)
      throw new Refusal("WRONG_STATE", "There is no consent to take back.", "speakerId");
    const media = await find(MediaRow, speaker.mediaId, "speakerId");
    if (media.state === MediaState.PUBLISHED)
      await save(MediaRow, { ...media, state: MediaState.UNPUBLISHED, unpublishedOn: today });
    return save(MediaSpeakerRow, { ...speaker, withdrawnOn: today });
  },
});
