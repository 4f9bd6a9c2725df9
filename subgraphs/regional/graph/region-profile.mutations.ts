/** The changes of what a region tells of itself. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { regionProfileWrite, RegionProfileWriteInput } from "../actions/region-profile-write.ts";
import { regionalServiceAdd, RegionalServiceAddInput } from "../actions/regional-service-add.ts";
import {
  regionalServiceWithdraw,
  RegionalServiceWithdrawInput,
} from "../actions/regional-service-withdraw.ts";
import { regionalVideoPublish, RegionalVideoPublishInput } from "../actions/regional-video-publish.ts";
import { regionalVideoWithdraw, RegionalVideoWithdrawInput } from "../actions/regional-video-withdraw.ts";
import type { RegionalContext } from "../context.ts";
import { RegionProfile, RegionalService, RegionalVideo } from "./region-profile.type.ts";

const RegionProfileWritePayload = payloadOf("RegionProfileWrite", "profile", () => RegionProfile);
const RegionalServiceAddPayload = payloadOf("RegionalServiceAdd", "service", () => RegionalService);
const RegionalServiceWithdrawPayload = payloadOf("RegionalServiceWithdraw", "service", () => RegionalService);
const RegionalVideoPublishPayload = payloadOf("RegionalVideoPublish", "video", () => RegionalVideo);
const RegionalVideoWithdrawPayload = payloadOf("RegionalVideoWithdraw", "video", () => RegionalVideo);

@Resolver()
export class RegionProfileMutations {
  @Mutation(() => RegionProfileWritePayload, {
    description: "Writes the local reality of a region. For the regional partners' professionals.",
  })
  regionProfileWrite(@Arg("input") input: RegionProfileWriteInput, @Ctx() context: RegionalContext) {
    return payload("profile", regionProfileWrite, input, context);
  }

  @Mutation(() => RegionalServiceAddPayload, {
    description: "Adds a service to the profile of a region. For the regional partners' professionals.",
  })
  regionalServiceAdd(@Arg("input") input: RegionalServiceAddInput, @Ctx() context: RegionalContext) {
    return payload("service", regionalServiceAdd, input, context);
  }

  @Mutation(() => RegionalServiceWithdrawPayload, {
    description: "Takes a service out of the profile. For the regional partners' professionals.",
  })
  regionalServiceWithdraw(
    @Arg("input") input: RegionalServiceWithdrawInput,
    @Ctx() context: RegionalContext,
  ) {
    return payload("service", regionalServiceWithdraw, input, context);
  }

  @Mutation(() => RegionalVideoPublishPayload, {
    description:
      "Publishes a video, with captions and the consent of whoever speaks. For the regional partners' professionals.",
  })
  regionalVideoPublish(@Arg("input") input: RegionalVideoPublishInput, @Ctx() context: RegionalContext) {
    return payload("video", regionalVideoPublish, input, context);
  }

  @Mutation(() => RegionalVideoWithdrawPayload, {
    description: "Takes a video out of the profile. For the regional partners' professionals.",
  })
  regionalVideoWithdraw(@Arg("input") input: RegionalVideoWithdrawInput, @Ctx() context: RegionalContext) {
    return payload("video", regionalVideoWithdraw, input, context);
  }
}
