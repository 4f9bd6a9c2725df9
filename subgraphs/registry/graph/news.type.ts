/** News in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { NewsKind } from "../domain/news.ts";
import type { PublishedNews } from "../store/news.ts";

registerEnumType(NewsKind, {
  name: "NewsKind",
  description: "What happened; what came of it is asked of the graph.",
  valuesConfig: {
    MILESTONE_REPORTED: { description: "An organisation reported a milestone (jalon)." },
    STAGE_CHANGED: { description: "The person stands elsewhere in the pathway, or left it (étape)." },
    RESPONSIBLE_CHANGED: { description: "Another organisation is responsible." },
    MAIN_CONTACT_CHANGED: { description: "There is another person to talk to (interlocuteur principal)." },
    REFERRAL_SENT: { description: "A referral was sent (référencement)." },
    REFERRAL_MOVED: { description: "A referral came to another state." },
    CONSENT_GIVEN: { description: "The person agreed to something (consentement)." },
    CONSENT_REFUSED: { description: "The person refused something." },
    CONSENT_WITHDRAWN: { description: "The person took back what they had agreed to." },
    EMERGENCY_OPENED: { description: "A file was opened in an emergency (accès d'urgence)." },
    CORRECTION_REQUESTED: { description: "Something is to be corrected (rectification)." },
    CORRECTION_ANSWERED: { description: "An organisation answered a correction." },
    REGISTRATION_LINKED: { description: "A registration was found to be of this person too." },
    REGISTRATION_UNLINKED: { description: "A registration was found to be of somebody else." },
    WEBHOOK_DISABLED: { description: "A webhook took nothing for days and was disabled." },
  },
});

@ObjectType({ description: "Something that happened, by ids and kind alone (nouvelle)." })
export class News {
  @Field(() => ID, { description: "Its id: the same for every recipient and on every way." })
  id: string;

  @Field(() => NewsKind, { description: "What happened." })
  kind: NewsKind;

  @Field(() => ID, {
    description:
      "What it is about: the id of the milestone, referral, consent, correction … that the kind names.",
  })
  subjectId: string;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  occurredAt: Date;

  candidateId: string | null;
  place: number;
}

export const NewsConnection = connectionOf<News>(() => News, "News");

/** The order of news: the place alone. */
export const BY_PLACE = [{ property: "place", direction: "ASC" }] as const satisfies readonly {
  property: keyof PublishedNews;
  direction: "ASC";
}[];
