/** An offer of employment in the graph, and the job that came of it. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { OfferState } from "../domain/offer.ts";

registerEnumType(OfferState, {
  name: "OfferState",
  description: "Where an offer stands.",
  valuesConfig: {
    PROPOSED: { description: "The business made it; the person has not answered (proposée)." },
    ACCEPTED: { description: "The person took the job (acceptée)." },
    REFUSED: { description: "The person did not take it (refusée)." },
    WITHDRAWN: { description: "The business took it back before an answer (retirée)." },
  },
});

@ObjectType({ description: "An offer of employment (offre d'emploi), and the job that came of it." })
export class Offer {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => OfferState, { description: "Where it stands." })
  state: OfferState;

  @Field(() => Boolean, {
    description: "The position asks for less than the skill level that the person had then.",
  })
  belowSkillLevel: boolean;

  @Field(() => DateScalar, { description: "When the business made it." })
  proposedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was accepted, refused or withdrawn; null until then.",
  })
  answeredOn: string | null;

  @Field(() => String, { nullable: true, description: "Why it was refused or withdrawn; null otherwise." })
  answerReason: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the job is agreed to start; null while that is open.",
  })
  startsOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When the person did start; null until then." })
  startedOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the job ended, or was known not to start; null while it lasts.",
  })
  endedOn: string | null;

  @Field(() => String, { nullable: true, description: "Why it ended; null while it lasts." })
  endReason: string | null;

  registrationId: string;
  positionId: string;
  matchId: string | null;
}

export const OfferConnection = connectionOf(() => Offer, "Offer");
