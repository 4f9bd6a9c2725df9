/** Where a person stands, in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { UserError } from "../../../platform/user-error.ts";
import { MilestoneKind, PathwayTrack } from "../domain/milestone.ts";
import { ExitReason, NextStep, PersonStep, StageCode } from "../domain/stage.ts";
import { StageStep } from "../domain/stage-step.ts";

registerEnumType(StageCode, {
  name: "StageCode",
  description: "The stages of the pathway (étapes du parcours).",
  valuesConfig: {
    PRE_DEPARTURE: { description: "Still abroad, with a CSQ and an interest in a region (Prédépart)." },
    INTAKE: { description: "Registered; a counsellor is to be assigned (Accueil)." },
    EMPLOYABILITY: { description: "Preparing for the labour market with EER (Préparation à l'emploi)." },
    MATCHING: { description: "Being matched with positions by FCCQ (Maillage)." },
    OFFER: { description: "An offer was proposed (Offre)." },
    LIAISON: { description: "EER and the regional partner prepare the move (Liaison régionale)." },
    MOVE: { description: "The move has a date (Déménagement)." },
    SETTLEMENT: { description: "Arrived; settling in (Installation)." },
    FOLLOW_UP: { description: "Settled; followed until retention (Suivi)." },
    ESTABLISHED: { description: "Established in the region (Établi)." },
  },
});

registerEnumType(ExitReason, {
  name: "ExitReason",
  description: "Why a file is closed before the end of the pathway.",
  valuesConfig: {
    NOT_ELIGIBLE: { description: "Not eligible (non admissible)." },
    REDIRECTED: { description: "Redirected to another service (réorienté)." },
    WITHDREW: { description: "The person withdrew (désistement)." },
    CONTACT_LOST: { description: "Contact was lost (contact perdu)." },
  },
});

registerEnumType(PersonStep, {
  name: "PersonStep",
  description: "The three steps that the person sees.",
  valuesConfig: {
    EMPLOYABILITY: { description: "Getting ready (employabilité)." },
    MATCHING: { description: "Meeting employers (maillage)." },
    SETTLEMENT: { description: "Moving and settling in (installation)." },
  },
});

registerEnumType(PathwayTrack, {
  name: "PathwayTrack",
  description: "What a person is ready for (volet).",
  valuesConfig: {
    EMPLOYMENT: { description: "A job, by matching (emploi)." },
    TRAINING: { description: "Training in a region (formation)." },
    BUSINESS_START_UP: { description: "A business of their own (démarrage d'entreprise)." },
    BUSINESS_TAKEOVER: { description: "A business to take over (repreneuriat)." },
  },
});

registerEnumType(NextStep, {
  name: "NextStep",
  description: "What the responsible organisation does next.",
  valuesConfig: {
    PREPARE_ARRIVAL: { description: "Prepare the arrival in Québec." },
    ASSIGN_COUNSELLOR: { description: "Assign a counsellor." },
    DECLARE_READY: { description: "Prepare the person until they are ready." },
    REFER_FOR_MATCHING: { description: "The person is ready: refer them for matching." },
    CHOOSE_REGION: { description: "Help the person choose a region." },
    FIND_WELCOME: { description: "Refer them to a partner of the region, who accepts to welcome them." },
    PROPOSE_OFFER: { description: "Match until an offer is proposed." },
    ANSWER_OFFER: { description: "Help the person answer the offer." },
    DATE_THE_MOVE: { description: "Confirm the contact in the region and date the move." },
    CONFIRM_ARRIVAL: { description: "Accompany the move until the regional partner confirms arrival." },
    COMPLETE_SETTLEMENT: { description: "Complete both checklists." },
    CHECK_RETENTION: { description: "Follow up at 3, 6 and 12 months." },
  },
});

registerEnumType(MilestoneKind, {
  name: "MilestoneKind",
  description: "What happened in a person's pathway (jalon).",
  valuesConfig: {
    REFERRED_FROM_ABROAD: { description: "MIFI referred the person, still abroad." },
    REGISTERED: { description: "An organisation registered the person." },
    EMPLOYABILITY_ACCEPTED: {
      description: "An organisation of EER accepted the person, by a referral.",
    },
    ARRIVED_IN_QUEBEC: { description: "The person arrived in Québec." },
    COUNSELLOR_ASSIGNED: { description: "EER assigned a counsellor." },
    READY_DECLARED: { description: "EER declared the person ready." },
    MATCHING_ACCEPTED: { description: "FCCQ took the person on for matching." },
    OFFER_PROPOSED: { description: "An employer proposed an offer." },
    OFFER_ACCEPTED: { description: "The person accepted the offer." },
    OFFER_REFUSED: { description: "The person refused the offer." },
    OFFER_WITHDRAWN: { description: "The employer withdrew the offer." },
    REGION_INTEREST_DECLARED: { description: "A person on the Montréal track is interested in a region." },
    STAYS_IN_MONTREAL: { description: "The person stays in Montréal for now." },
    REGION_CHOSEN: { description: "The person chose a region." },
    LIAISON_ACCEPTED: { description: "The regional partner accepted to welcome the person." },
    MOVE_DATED: { description: "The move has a date." },
    ARRIVAL_CONFIRMED: { description: "The regional partner confirmed arrival." },
    SETTLEMENT_COMPLETED: { description: "Both checklists are complete." },
    RETENTION_REACHED: { description: "Retention was reached." },
    RETURNED_TO_MONTREAL: { description: "The person returned to Montréal." },
    REGION_CHANGED: { description: "The person changes region." },
    FOUND_NOT_ELIGIBLE: { description: "The person is not eligible." },
    REDIRECTED: { description: "The person was redirected to another service." },
    WITHDREW: { description: "The person withdrew." },
    CONTACT_LOST: { description: "Contact was lost." },
    REOPENED: { description: "The file was reopened." },
    PASSERELLE_QUESTIONNAIRE: { description: "Passerelle: the questionnaire was filled in." },
    PASSERELLE_ADVISER_CALL: { description: "Passerelle: an adviser called." },
    PASSERELLE_VIDEO: { description: "Passerelle: welcome and Candidature vidéo were followed." },
    PASSERELLE_SECTOR_ACTIVITY: { description: "Passerelle: a sector activity was attended." },
    PASSERELLE_RECRUITMENT_EVENT: { description: "Passerelle: a recruitment event was attended." },
    PASSERELLE_SELF_DIRECTED: { description: "Passerelle: matching goes on self-directed." },
    PASSERELLE_EMPLOYED: { description: "Passerelle: the person is employed." },
    EXPLORATORY_TRIP_MADE: { description: "The person made an exploratory trip; never moves the stage." },
    TRAVEL_GRANT_PAID: { description: "A travel grant was paid; never moves the stage." },
    FRENCH_COURSE_FOLLOWED: { description: "The person followed a French course; never moves the stage." },
    HOUSEHOLD_SUPPORT_GIVEN: { description: "The household was supported; never moves the stage." },
  },
});

@ObjectType({ description: "Where a person stands in the pathway (étape)." })
export class Stage {
  @Field(() => StageCode, { description: "The stage." })
  code: StageCode;

  @Field(() => DateTimeScalar, { description: "Since when." })
  since: Date;

  @Field(() => NextStep, {
    nullable: true,
    description: "What the responsible organisation does next; null when nothing is.",
  })
  next: NextStep | null;

  @Field(() => DateScalar, { nullable: true, description: "By when; null when nothing is due." })
  dueOn: string | null;

  @Field(() => ExitReason, { nullable: true, description: "Why the file is closed; null while it is open." })
  exit: ExitReason | null;

  @Field(() => [StageCode], { description: "The stages that may follow." })
  nextStages: StageCode[];

  @Field(() => MilestoneKind, {
    nullable: true,
    description: "The furthest step on the parallel Montréal track; null when the person is not on it.",
  })
  montrealStep: MilestoneKind | null;

  @Field(() => MilestoneKind, {
    nullable: true,
    description: "What comes next on the Montréal track; null at its end, or when the person is not on it.",
  })
  nextMontrealStep: MilestoneKind | null;

  @Field(() => PersonStep, {
    nullable: true,
    description: "Which of the three steps the person sees; null when they are established.",
  })
  personStep: PersonStep | null;

  @Field(() => [StageStep], { description: "The steps of this stage, to be assessed and supported." })
  steps: readonly StageStep[];

  candidateId: string;
  responsibleCode: string | null;
  welcomedByCode: string | null;
}

@ObjectType({
  description: "Something that happened in a person's pathway, as one organisation reported it (jalon).",
})
export class Milestone {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => MilestoneKind, { description: "What happened." })
  kind: MilestoneKind;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  occurredAt: Date;

  @Field(() => DateTimeScalar, { description: "When the hub was told." })
  recordedAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when it counts no more: an acceptance that was taken back. Null while it counts.",
  })
  withdrawnAt: Date | null;

  @Field(() => PathwayTrack, {
    nullable: true,
    description: "What the person is declared ready for; null where it was not said.",
  })
  track: PathwayTrack | null;

  @Field(() => Boolean, {
    description: "Whether it moves something in the pathway; false for what is history.",
  })
  moved: boolean;

  organisationCode: string;
  regionCode: string | null;
}

export const MilestoneConnection = connectionOf(() => Milestone, "Milestone");

@ObjectType({ description: "What milestoneReport did." })
export class MilestoneReportPayload {
  @Field(() => Milestone, {
    nullable: true,
    description: "The thing as it stands now; null when the change was refused.",
  })
  milestone: Milestone | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it moves something in the pathway: false for what is history, as a report by an organisation that is not the owner; null when the change was refused.",
  })
  moved: boolean | null;

  @Field(() => [UserError], { description: "Why the change was refused; empty when it was made." })
  userErrors: UserError[];
}
