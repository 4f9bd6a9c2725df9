/** Withdraw the consent to a video: the link is erased, at any time, without a reason. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { VideoEnding } from "../domain/outcome.ts";
import { VideoRow } from "../store/video.row.ts";

@InputType({ description: "A video whose consent is withdrawn." })
export class PasserelleVideoWithdrawInput extends ChangeInput {
  @Field(() => ID, { description: "The video; the file may be closed." })
  videoId: string;
}

export const videoWithdraw = defineAction<PasserelleVideoWithdrawInput, VideoRow>({
  name: "passerelleVideoWithdraw",
  roles: ["ADVISER", "SYSTEM"],
  row: VideoRow,
  async apply(input, { find, save, today }) {
    const video = await find(VideoRow, input.videoId, "videoId");
    if (video.endedOn !== null)
      throw new Refusal("WRONG_STATE", "This consent has ended already.", "videoId");
    return save(VideoRow, { ...video, url: null, endedOn: today, ending: VideoEnding.WITHDRAWN });
  },
});
