/** Referrals in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { ReferralReason, ReferralState } from "../domain/referral.ts";
import { Section } from "../domain/section.ts";

registerEnumType(ReferralState, {
  name: "ReferralState",
  description: "Where a referral stands.",
  valuesConfig: {
    REQUESTED: { description: "Sent; not answered yet (demandé)." },
    ACCEPTED: { description: "Accepted by the receiver (accepté)." },
    IN_PROGRESS: { description: "The receiver works with the person (en cours)." },
    COMPLETED: { description: "Done, with its outcome (terminé)." },
    DECLINED: { description: "Declined by the receiver, with the reason (décliné)." },
    CANCELLED: { description: "Taken back by the sender, with the reason (annulé)." },
    EXPIRED: { description: "Not answered in time (expiré)." },
  },
});

registerEnumType(ReferralReason, {
  name: "ReferralReason",
  description: "What a referral is for.",
  valuesConfig: {
    READY_FOR_MATCHING: { description: "The person is ready for matching (prêt pour le maillage)." },
    OFFER_SUPPORT: { description: "An offer was proposed; EER takes over (offre proposée)." },
    REGION_CHOSEN: { description: "A region was chosen; its partner welcomes (région choisie)." },
    PRE_DEPARTURE: { description: "The person is still abroad (prédépart)." },
    REGION_INTEREST: {
      description: "A person on the Montréal track is interested in a region (intérêt pour la région).",
    },
    STAYING_IN_MONTREAL: { description: "The person stays in Montréal (reste à Montréal)." },
    OTHER: { description: "Something else, said in the message (autre)." },
  },
});

@ObjectType({ description: "A person handed from one organisation to another (référencement)." })
export class Referral {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => ReferralReason, { description: "What it is for." })
  reason: ReferralReason;

  @Field(() => String, { nullable: true, description: "The sender's words to the receiver; null when none." })
  message: string | null;

  @Field(() => [Section], { description: "The sections that the receiver may see while it is open." })
  sections: Section[];

  @Field(() => ReferralState, { description: "Where it stands." })
  state: ReferralState;

  @Field(() => DateTimeScalar, { description: "When it was sent." })
  requestedAt: Date;

  @Field(() => DateTimeScalar, { description: "Since when it stands there." })
  stateSince: Date;

  @Field(() => DateScalar, { description: "By when it is to be answered." })
  dueOn: string;

  @Field(() => String, {
    nullable: true,
    description: "Why it was declined or cancelled, or what came of it; null before.",
  })
  outcome: string | null;

  fromOrganisation: string;
  toOrganisation: string;
  candidateId: string;
}

export const ReferralConnection = connectionOf(() => Referral, "Referral");
