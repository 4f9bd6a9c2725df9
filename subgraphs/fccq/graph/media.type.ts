/** Videos and those who speak in them, in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { MediaConsentMethod, MediaKind, MediaState } from "../domain/media.ts";

registerEnumType(MediaKind, {
  name: "MediaKind",
  description: "What a video shows.",
  valuesConfig: {
    LOCAL_ACTOR: { description: "Somebody who helps newcomers in the region (acteur local)." },
    TESTIMONY: { description: "An immigrant who lives in the region (témoignage)." },
  },
});

registerEnumType(MediaState, {
  name: "MediaState",
  description: "Where a video stands.",
  valuesConfig: {
    RECORDED: { description: "It was recorded, and never published (enregistrée)." },
    PUBLISHED: { description: "Anyone may see it, while the consents to it hold (publiée)." },
    UNPUBLISHED: { description: "It was taken back (retirée)." },
  },
});

registerEnumType(MediaConsentMethod, {
  name: "MediaConsentMethod",
  description: "How a consent was collected.",
  valuesConfig: {
    SIGNED_FORM: { description: "On a signed form (formulaire signé)." },
    ON_CAMERA: { description: "Said on camera (devant la caméra)." },
  },
});

@ObjectType({ description: "A captioned video of a local actor or a testimony (vidéo)." })
export class Media {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => MediaKind, { description: "What it shows." })
  kind: MediaKind;

  @Field(() => MediaState, { description: "Where it stands." })
  state: MediaState;

  @Field(() => String, { description: "Its title." })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: "The city it is about; null for the whole region. Never translated.",
  })
  city: string | null;

  @Field(() => String, { description: "Where it can be seen." })
  link: string;

  @Field(() => String, {
    nullable: true,
    description: "Where its captions are; null while it has none, and then it is not published.",
  })
  captionsLink: string | null;

  @Field(() => DateScalar, { description: "When it was recorded." })
  recordedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was last published; null while it never was.",
  })
  publishedOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it was taken back; null unless it was." })
  unpublishedOn: string | null;

  regionCode: string;
}

@ObjectType({
  description: "Somebody who speaks in a video, and their consent to its publication (consentement).",
})
export class MediaSpeaker {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "In what quality the person speaks; never their name." })
  describedAs: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the person consented; null while they have not.",
  })
  consentedOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day of the consent; null for a consent that names no end.",
  })
  consentUntil: string | null;

  @Field(() => MediaConsentMethod, {
    nullable: true,
    description: "How the consent was collected; null while there is none.",
  })
  consentMethod: MediaConsentMethod | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the person took the consent back; null unless they did.",
  })
  withdrawnOn: string | null;

  mediaId: string;
  registrationId: string | null;
}

export const MediaConnection = connectionOf(() => Media, "Media");
