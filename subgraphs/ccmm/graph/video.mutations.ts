/** The changes of videos. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { PasserelleVideoLinkInput, videoLink } from "../actions/video-link.ts";
import { PasserelleVideoWithdrawInput, videoWithdraw } from "../actions/video-withdraw.ts";
import type { CcmmContext } from "../context.ts";
import { PasserelleVideo } from "./video.type.ts";

const VideoLinkPayload = payloadOf("PasserelleVideoLink", "video", () => PasserelleVideo);
const VideoWithdrawPayload = payloadOf("PasserelleVideoWithdraw", "video", () => PasserelleVideo);

@Resolver()
export class VideoMutations {
  @Mutation(() => VideoLinkPayload, {
    description:
      "Links a video with the person's consent; the former link is erased. For CCMM's advisers and website.",
  })
  passerelleVideoLink(@Arg("input") input: PasserelleVideoLinkInput, @Ctx() context: CcmmContext) {
    return payload("video", videoLink, input, context);
  }

  @Mutation(() => VideoWithdrawPayload, {
    description: "Withdraws the consent: the link is erased. For CCMM's advisers and website.",
  })
  passerelleVideoWithdraw(@Arg("input") input: PasserelleVideoWithdrawInput, @Ctx() context: CcmmContext) {
    return payload("video", videoWithdraw, input, context);
  }
}
