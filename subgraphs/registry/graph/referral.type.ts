/** Referrals in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import {
  ReferralCancelReason,
  ReferralDeclineReason,
  ReferralNextStep,
  ReferralOutcome,
} from "../domain/referral-end.ts";
import {
  ReferralMove as ReferralMoveKind,
  ReferralReason,
  ReferralSide,
  ReferralState,
} from "../domain/referral.ts";
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

registerEnumType(ReferralDeclineReason, {
  name: "ReferralDeclineReason",
  description: "Why a receiver does not take a referral on (motif de refus).",
  valuesConfig: {
    NO_CAPACITY: { description: "No place is left (plus de place)." },
    NOT_ELIGIBLE: { description: "The person is not eligible there (non admissible)." },
    PERSON_DECLINED: { description: "The person does not wish it (refus de la personne)." },
    WRONG_ORGANISATION: { description: "It is not what the organisation does (mauvaise organisation)." },
    ALREADY_SERVED: { description: "The person is served already (déjà accompagnée)." },
    FILE_INCOMPLETE: { description: "Something is missing that the sender can add (dossier incomplet)." },
    OTHER: { description: "Something else, said in words (autre)." },
  },
});

registerEnumType(ReferralCancelReason, {
  name: "ReferralCancelReason",
  description: "Why a sender takes a referral back (motif d’annulation).",
  valuesConfig: {
    PERSON_CHANGED_MIND: { description: "The person changed their mind (changement d’avis)." },
    SENT_BY_MISTAKE: { description: "It was sent by mistake (erreur)." },
    SERVED_ELSEWHERE: { description: "The person is served elsewhere (accompagnée ailleurs)." },
    FILE_CLOSED: { description: "The file is closed (dossier fermé)." },
    OTHER: { description: "Something else, said in words (autre)." },
  },
});

registerEnumType(ReferralOutcome, {
  name: "ReferralOutcome",
  description: "What came of a referral (résultat).",
  valuesConfig: {
    GOAL_REACHED: { description: "What it was for is done (but atteint)." },
    HANDED_ON: { description: "Another organisation goes on with the person (relais passé)." },
    PERSON_WITHDREW: { description: "The person does not go on (désistement)." },
    CONTACT_LOST: { description: "Contact was lost (contact perdu)." },
    NOT_ELIGIBLE: { description: "The person turned out not to be eligible (non admissible)." },
    OTHER: { description: "Something else, said in words (autre)." },
  },
});

registerEnumType(ReferralNextStep, {
  name: "ReferralNextStep",
  description: "What a sender may do with a referral that came back (suite à donner).",
  valuesConfig: {
    RESEND: { description: "Send it again to the same organisation (renvoyer)." },
    RESEND_ELSEWHERE: { description: "Send it to another organisation (référer ailleurs)." },
    ASK_THE_PERSON: { description: "Speak with the person first (consulter la personne)." },
    ASK_THE_RECEIVER: { description: "Speak with the receiver first (joindre le destinataire)." },
    COMPLETE_THE_FILE: { description: "Add what is missing (compléter le dossier)." },
    CLOSE: { description: "Leave it at that (clore)." },
  },
});

registerEnumType(ReferralMoveKind, {
  name: "ReferralMoveKind",
  description: "What can be done with a referral.",
  valuesConfig: {
    SEND: { description: "Sent by the sender, or proposed by a milestone (envoi)." },
    ACCEPT: { description: "Accepted by the receiver, who takes over (acceptation)." },
    DECLINE: { description: "Declined by the receiver (refus)." },
    CANCEL: { description: "Taken back by the sender (annulation)." },
    EXPIRE: { description: "Nobody answered in time (expiration)." },
    START: { description: "The receiver began (début)." },
    RETURN: { description: "The receiver took the acceptance back (retour à l’envoyeur)." },
    EXTEND: { description: "The sender changed until when it is shared (prolongation)." },
    COMPLETE: { description: "Completed by the receiver, with an outcome (fin)." },
  },
});

registerEnumType(ReferralSide, {
  name: "ReferralSide",
  description: "The side that made a move.",
  valuesConfig: {
    SENDER: { description: "Who sent the referral (envoyeur)." },
    RECEIVER: { description: "Who received it (destinataire)." },
    TIME: { description: "Nobody: its time was over (échéance)." },
  },
});

@ObjectType({ description: "A move of a referral: together they explain its state (historique)." })
export class ReferralMove {
  @Field(() => ReferralMoveKind, { description: "What was done." })
  move: ReferralMoveKind;

  @Field(() => ReferralSide, { description: "Which side did it." })
  side: ReferralSide;

  @Field(() => ReferralState, { nullable: true, description: "Where it stood; null before it was sent." })
  fromState: ReferralState | null;

  @Field(() => ReferralState, { description: "Where it stood then." })
  toState: ReferralState;

  @Field(() => DateTimeScalar, { description: "When." })
  at: Date;

  @Field(() => String, {
    nullable: true,
    description:
      "Why, by its code: a `ReferralDeclineReason`, `ReferralCancelReason` or `ReferralOutcome`; null when none goes with it.",
  })
  reason: string | null;

  @Field(() => String, { nullable: true, description: "The same in words; null when none were given." })
  words: string | null;

  movedBy: string | null;
  organisationCode: string | null;
}

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

  @Field(() => DateScalar, {
    description:
      "By when the receiver is to answer, then to begin, then to complete it; the last of these once it ended.",
  })
  dueOn: string;

  @Field(() => String, {
    nullable: true,
    description:
      "In words, why it was declined or cancelled, or what came of it; null before, or when a code says it all.",
  })
  outcome: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the sender said what they did about one that came back; null while that is open.",
  })
  settledAt: Date | null;

  @Field(() => ReferralNextStep, { nullable: true, description: "What they did; null while that is open." })
  settledAs: ReferralNextStep | null;

  lapsesOn: string;
  expiresOn: string;
  endCode: string | null;
  milestoneId: string | null;
  receivedBy: string | null;
  fromOrganisation: string;
  toOrganisation: string;
  candidateId: string;
}

export const ReferralConnection = connectionOf(() => Referral, "Referral");
