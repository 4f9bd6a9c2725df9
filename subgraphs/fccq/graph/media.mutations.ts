/** The changes of videos and the consents to them. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { mediaCaption, MediaCaptionInput } from "../actions/media-caption.ts";
import { mediaConsentRecord, MediaConsentRecordInput } from "../actions/media-consent-record.ts";
import { mediaConsentWithdraw, MediaConsentWithdrawInput } from "../actions/media-consent-withdraw.ts";
import { mediaPublish, MediaPublishInput } from "../actions/media-publish.ts";
import { mediaRecord, MediaRecordInput } from "../actions/media-record.ts";
import { mediaSpeakerAdd, MediaSpeakerAddInput } from "../actions/media-speaker-add.ts";
import { mediaUnpublish, MediaUnpublishInput } from "../actions/media-unpublish.ts";
import type { FccqContext } from "../context.ts";
import { Media, MediaSpeaker } from "./media.type.ts";

const MediaRecordPayload = payloadOf("MediaRecord", "media", () => Media);
const MediaSpeakerAddPayload = payloadOf("MediaSpeakerAdd", "media", () => Media);
const MediaCaptionPayload = payloadOf("MediaCaption", "media", () => Media);
const MediaConsentRecordPayload = payloadOf("MediaConsentRecord", "speaker", () => MediaSpeaker);
const MediaConsentWithdrawPayload = payloadOf("MediaConsentWithdraw", "speaker", () => MediaSpeaker);
const MediaPublishPayload = payloadOf("MediaPublish", "media", () => Media);
const MediaUnpublishPayload = payloadOf("MediaUnpublish", "media", () => Media);

@Resolver()
export class MediaMutations {
  @Mutation(() => MediaRecordPayload, { description: "Records a video. For FCCQ's officers." })
  mediaRecord(@Arg("input") input: MediaRecordInput, @Ctx() context: FccqContext) {
    return payload("media", mediaRecord, input, context);
  }

  @Mutation(() => MediaSpeakerAddPayload, {
    description: "Names somebody else who speaks in a video. For FCCQ's officers.",
  })
  mediaSpeakerAdd(@Arg("input") input: MediaSpeakerAddInput, @Ctx() context: FccqContext) {
    return payload("media", mediaSpeakerAdd, input, context);
  }

  @Mutation(() => MediaCaptionPayload, {
    description: "Says where the captions of a video are. For FCCQ's officers.",
  })
  mediaCaption(@Arg("input") input: MediaCaptionInput, @Ctx() context: FccqContext) {
    return payload("media", mediaCaption, input, context);
  }

  @Mutation(() => MediaConsentRecordPayload, { description: "Records a consent. For FCCQ's officers." })
  mediaConsentRecord(@Arg("input") input: MediaConsentRecordInput, @Ctx() context: FccqContext) {
    return payload("speaker", mediaConsentRecord, input, context);
  }

  @Mutation(() => MediaConsentWithdrawPayload, {
    description:
      "Records that a consent was taken back; the video is unpublished at once. For FCCQ's officers.",
  })
  mediaConsentWithdraw(@Arg("input") input: MediaConsentWithdrawInput, @Ctx() context: FccqContext) {
    return payload("speaker", mediaConsentWithdraw, input, context);
  }

  @Mutation(() => MediaPublishPayload, {
    description: "Publishes a captioned video with everyone's consent. For FCCQ's officers.",
  })
  mediaPublish(@Arg("input") input: MediaPublishInput, @Ctx() context: FccqContext) {
    return payload("media", mediaPublish, input, context);
  }

  @Mutation(() => MediaUnpublishPayload, { description: "Takes a video back. For FCCQ's officers." })
  mediaUnpublish(@Arg("input") input: MediaUnpublishInput, @Ctx() context: FccqContext) {
    return payload("media", mediaUnpublish, input, context);
  }
}
