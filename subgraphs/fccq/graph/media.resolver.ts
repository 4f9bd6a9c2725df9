/** Videos and those who speak in them, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { keysetPage, PageArgs, type OrderColumn } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { FccqContext } from "../context.ts";
import { MEDIA_MOVES, MediaState } from "../domain/media.ts";
import { MediaRow } from "../store/media.row.ts";
import { onlyPublished } from "../store/published-media.ts";
import { Candidate } from "./candidate.type.ts";
import { filterMedia, MediaFilter } from "./media.filter.ts";
import { Media, MediaConnection, MediaSpeaker } from "./media.type.ts";
import { Region } from "./region.type.ts";

const LATEST_FIRST: OrderColumn<MediaRow>[] = [
  { property: "recordedOn", direction: "DESC" },
  { property: "id", direction: "DESC" },
];

@Resolver(() => Media)
export class MediaResolver {
  @Query(() => MediaConnection, {
    description: "The videos that are published with the consent of everyone who speaks, the latest first.",
  })
  media(
    @Arg("filter", () => MediaFilter, { nullable: true }) filter: MediaFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, now }: FccqContext,
  ) {
    const query = filterMedia(manager.createQueryBuilder(MediaRow, "media"), filter);
    return waves.track(keysetPage(onlyPublished(query, dayInQuebec(now())), LATEST_FIRST, page));
  }

  @StaffOnly("OFFICER", "SYSTEM")
  @Query(() => MediaConnection, {
    description: "All videos, published or not, the latest first. For FCCQ's staff.",
  })
  mediaLibrary(
    @Arg("filter", () => MediaFilter, { nullable: true }) filter: MediaFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: FccqContext,
  ) {
    const query = filterMedia(manager.createQueryBuilder(MediaRow, "media"), filter);
    return waves.track(keysetPage(query, LATEST_FIRST, page));
  }

  @FieldResolver(() => [MediaState], { description: "What may follow its state." })
  nextStates(@Root() media: Media) {
    return MEDIA_MOVES[media.state];
  }

  @FieldResolver(() => Region, { description: "The region it is about." })
  region(@Root() media: Media): Region {
    return { code: media.regionCode };
  }

  @StaffOnly("OFFICER", "SYSTEM")
  @FieldResolver(() => [MediaSpeaker], {
    nullable: true,
    description: "Those who speak in it, with their consents; null for anyone but FCCQ's staff.",
  })
  speakers(@Root() media: Media, @Ctx() { load }: FccqContext) {
    return load.speakersOfMedia.load(media.id);
  }
}

@Resolver(() => MediaSpeaker)
export class MediaSpeakerResolver {
  @FieldResolver(() => Media, { nullable: true, description: "The video; null while it is not to be seen." })
  media(@Root() speaker: MediaSpeaker, @Ctx() { load }: FccqContext) {
    return load.publishedMedia.load(speaker.mediaId);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description:
      "The person whom FCCQ accompanies; null for anyone else, and when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: MediaSpeaker): Pick<Candidate, "registrationId"> | null {
    return registrationId === null ? null : { registrationId };
  }
}
