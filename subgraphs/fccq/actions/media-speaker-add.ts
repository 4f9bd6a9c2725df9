/** Name somebody else who speaks in a video that is not published. */
import { ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { MediaState } from "../domain/media.ts";
import { MediaRow } from "../store/media.row.ts";
import { MediaSpeakerInput, saveSpeakers } from "./media-speaker.ts";

@InputType({ description: "Somebody who speaks in a video." })
export class MediaSpeakerAddInput extends ChangeInput {
  @Field(() => ID, { description: "The video, which is not published." })
  mediaId: string;

  @Field(() => MediaSpeakerInput, { description: "Who speaks." })
  @ValidateNested()
  speaker: MediaSpeakerInput;
}

export const mediaSpeakerAdd = defineAction<MediaSpeakerAddInput, MediaRow>({
  name: "mediaSpeakerAdd",
  roles: ["OFFICER"],
  row: MediaRow,
  async apply(input, work) {
    const media = await work.find(MediaRow, input.mediaId, "mediaId");
    if (media.state === MediaState.PUBLISHED)
      throw new Refusal("WRONG_STATE", "Take the video back first: it is published without them.", "mediaId");
    await saveSpeakers(media.id, [input.speaker], "speaker", work);
    return media;
  },
});
