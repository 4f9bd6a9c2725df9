/** Withdraw a video of a region: it is out of date, or whoever speaks no longer agrees. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { RegionalVideoRow } from "../store/regional-video.row.ts";
import { withdraw } from "./withdraw.ts";

@InputType({ description: "A video to withdraw from the profile of a region." })
export class RegionalVideoWithdrawInput extends ChangeInput {
  @Field(() => ID, { description: "The video, which your partner published." })
  videoId: string;
}

export const regionalVideoWithdraw = defineAction<RegionalVideoWithdrawInput, RegionalVideoRow>({
  name: "regionalVideoWithdraw",
  roles: ["PROFESSIONAL"],
  row: RegionalVideoRow,
  async apply({ videoId }, { find, save, viewer, today }) {
    const video = await find(RegionalVideoRow, videoId, "videoId", { tenant: viewer.organisation });
    return save(RegionalVideoRow, withdraw(video, today, "videoId"));
  },
});
