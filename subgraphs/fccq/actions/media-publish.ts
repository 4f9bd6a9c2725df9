/** Publish a video that is captioned, with the consent of everyone who speaks in it. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { MEDIA_MOVES, MediaState, obstaclesToPublishing } from "../domain/media.ts";
import { MediaSpeakerRow } from "../store/media-speaker.row.ts";
import { MediaRow } from "../store/media.row.ts";

@InputType({ description: "A video to publish." })
export class MediaPublishInput extends ChangeInput {
  @Field(() => ID, { description: "The video, which is not published." })
  mediaId: string;
}

export const mediaPublish = defineAction<MediaPublishInput, MediaRow>({
  name: "mediaPublish",
  roles: ["OFFICER"],
  row: MediaRow,
  async apply(input, { find, save, manager, today }) {
    const media = await find(MediaRow, input.mediaId, "mediaId");
    const state = move(MEDIA_MOVES, media.state, MediaState.PUBLISHED, "mediaId");
    const speakers = await manager.findBy(MediaSpeakerRow, { mediaId: media.id });
    const obstacles = obstaclesToPublishing(media, speakers, today);
    if (obstacles.length > 0)
      throw new Refusal("WRONG_STATE", `The video cannot be published: ${obstacles.join("; ")}.`, "mediaId");
    return save(MediaRow, { ...media, state, publishedOn: today, unpublishedOn: null });
  },
});
