/** Take a published video back. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { MEDIA_MOVES, MediaState } from "../domain/media.ts";
import { MediaRow } from "../store/media.row.ts";

@InputType({ description: "A video to take back." })
export class MediaUnpublishInput extends ChangeInput {
  @Field(() => ID, { description: "The video, which is published." })
  mediaId: string;
}

export const mediaUnpublish = defineAction<MediaUnpublishInput, MediaRow>({
  name: "mediaUnpublish",
  roles: ["OFFICER"],
  row: MediaRow,
  async apply(input, { find, save, today }) {
    const media = await find(MediaRow, input.mediaId, "mediaId");
    const state = move(MEDIA_MOVES, media.state, MediaState.UNPUBLISHED, "mediaId");
    return save(MediaRow, { ...media, state, unpublishedOn: today });
  },
});
