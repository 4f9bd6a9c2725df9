/** Caption a video: say where its captions are. */
import { Matches, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { HTTPS_LINK } from "../domain/link.ts";
import { MediaRow } from "../store/media.row.ts";

@InputType({ description: "A video to caption." })
export class MediaCaptionInput extends ChangeInput {
  @Field(() => ID, { description: "The video." })
  mediaId: string;

  @Field(() => String, { description: "Where its captions are. An https address of at most 500 characters." })
  @MaxLength(500)
  @Matches(HTTPS_LINK)
  captionsLink: string;
}

export const mediaCaption = defineAction<MediaCaptionInput, MediaRow>({
  name: "mediaCaption",
  roles: ["OFFICER"],
  row: MediaRow,
  async apply(input, { find, save }) {
    const media = await find(MediaRow, input.mediaId, "mediaId");
    return save(MediaRow, { ...media, captionsLink: input.captionsLink });
  },
});
