/** The link to a video in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { VideoEnding } from "../domain/outcome.ts";

registerEnumType(VideoEnding, {
  name: "PasserelleVideoEnding",
  description: "How the consent behind a link ended.",
  valuesConfig: {
    WITHDRAWN: { description: "The person withdrew it (retiré)." },
    REPLACED: { description: "The person consented to another link (remplacé)." },
  },
});

@ObjectType({
  description:
    "A link to a participant's video (candidature vidéo), shown to employers with the person's consent. Only the link is kept; the video is never stored or analysed.",
})
export class PasserelleVideo {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, {
    nullable: true,
    description: "The https address; null once the consent has ended: the link is then erased.",
  })
  url: string | null;

  @Field(() => DateScalar, { description: "When the person consented." })
  consentedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "When the consent ended; null while it holds." })
  endedOn: string | null;

  @Field(() => VideoEnding, { nullable: true, description: "How it ended; null while it holds." })
  ending: VideoEnding | null;

  registrationId: string;
}
