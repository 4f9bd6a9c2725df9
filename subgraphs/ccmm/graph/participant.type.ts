/** A participant's file in the graph. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { EligibilityCode, EligibilityCriterion } from "../domain/eligibility.ts";
import { Status } from "../domain/status.ts";
import { ClosingReason, JourneyEntryKind, Step } from "../domain/step.ts";

registerEnumType(Status, {
  name: "PasserelleStatus",
  description: "The status that a person declared (statut).",
  valuesConfig: {
    CITIZEN_BORN_ABROAD: {
      description: "Canadian citizen born abroad (citoyen canadien né à l'étranger).",
    },
    CITIZEN_BORN_IN_CANADA: { description: "Canadian citizen born in Canada (né au Canada)." },
    PERMANENT_RESIDENT: { description: "Permanent resident (résident permanent)." },
    PROTECTED_PERSON: { description: "Protected person, as a refugee (personne protégée)." },
    ASYLUM_CLAIMANT: { description: "Asylum claimant (demandeur d'asile)." },
    TEMPORARY_FOREIGN_WORKER: {
      description: "Temporary foreign worker, open or closed permit (travailleur étranger temporaire).",
    },
    STUDENT: { description: "International student (étudiant étranger)." },
    POST_GRADUATION_WORKER: {
      description: "Holder of a post-graduation work permit (permis de travail postdiplôme).",
    },
  },
});

registerEnumType(Step, {
  name: "PasserelleStep",
  description: "A step of the pathway (étape), in the usual order.",
  valuesConfig: {
    QUESTIONNAIRE: { description: "The questionnaire is filled in (questionnaire)." },
    ADVISER_CALL: { description: "An adviser calls (appel d'une conseillère ou d'un conseiller)." },
    WELCOME_AND_VIDEO: {
      description: "Welcome activity and training « Candidature vidéo » (accueil et formation).",
    },
    SECTOR_ACTIVITIES: { description: "Activities with the sector (activités sectorielles)." },
    RECRUITMENT_EVENT: {
      description: "Matching exercise and recruitment event (jumelage et événement de recrutement).",
    },
    SELF_DIRECTED_MATCHING: { description: "Matching on one's own (jumelage autonome)." },
    EMPLOYED: { description: "In a job (en emploi)." },
  },
});

registerEnumType(ClosingReason, {
  name: "PasserelleClosingReason",
  description: "Why a file was closed (motif de fermeture).",
  valuesConfig: {
    MOVED_TO_REGION: { description: "The person moved to a region (déménagement en région)." },
    NOT_ELIGIBLE: { description: "The person is not eligible (non admissible)." },
    REDIRECTED: { description: "Another organisation serves the person better (redirigé)." },
    WITHDREW: { description: "The person withdrew (désistement)." },
    LOST_CONTACT: { description: "The person can no longer be reached (perte de contact)." },
  },
});

registerEnumType(JourneyEntryKind, {
  name: "PasserelleJourneyEntryKind",
  description: "What happened to a file.",
  valuesConfig: {
    ENTERED: { description: "It entered the step (entrée dans l'étape)." },
    CLOSED: { description: "It was closed at the step (fermeture)." },
    REOPENED: { description: "It was reopened at the step (réouverture)." },
  },
});

registerEnumType(EligibilityCriterion, {
  name: "PasserelleEligibilityCriterion",
  description: "What eligibility is judged by (critère d'admissibilité).",
  valuesConfig: {
    STATUS: { description: "The person's status (statut)." },
    RESIDENCE: { description: "Living on the island of Montréal (résidence)." },
  },
});

registerEnumType(EligibilityCode, {
  name: "PasserelleEligibilityCode",
  description: "Why a criterion is met or not.",
  valuesConfig: {
    STATUS_COVERED: { description: "The programme is for this status (statut admissible)." },
    BORN_IN_CANADA: { description: "The programme is for citizens born abroad (né au Canada)." },
    STATUS_NOT_COVERED: { description: "The programme is not for this status (statut non admissible)." },
    ON_THE_ISLAND: { description: "The postal code is on the island of Montréal (sur l'île)." },
    IN_LAVAL: { description: "The postal code begins with H7, which is Laval (à Laval)." },
    OFF_THE_ISLAND: { description: "The postal code is elsewhere (hors de l'île)." },
  },
});

@ObjectType({ description: "How one criterion of eligibility was judged." })
export class PasserelleEligibilityReason {
  @Field(() => EligibilityCriterion, { description: "The criterion." })
  criterion: EligibilityCriterion;

  @Field(() => Boolean, { description: "Whether it is met." })
  met: boolean;

  @Field(() => EligibilityCode, { description: "Why." })
  code: EligibilityCode;
}

@ObjectType({ description: "Whether a person may take part (admissibilité), with the reasons." })
export class PasserelleEligibility {
  @Field(() => Boolean, { description: "Whether every criterion is met." })
  eligible: boolean;

  @Field(() => [PasserelleEligibilityReason], { description: "One reason for each criterion." })
  reasons: PasserelleEligibilityReason[];
}

@ObjectType({ description: "Something that happened to a file: a step entered, a closing, a reopening." })
export class PasserelleJourneyEntry {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => JourneyEntryKind, { description: "What happened." })
  kind: JourneyEntryKind;

  @Field(() => Step, { description: "The step entered, or the one at which it was closed or reopened." })
  step: Step;

  @Field(() => ClosingReason, { nullable: true, description: "Why it was closed; null unless it was." })
  closingReason: ClosingReason | null;

  @Field(() => DateScalar, { description: "The day." })
  happenedOn: string;
}

@ObjectType({ description: "A person's file with Passerelle sectorielle (dossier)." })
export class PasserelleParticipant {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateScalar, { description: "When the person registered." })
  registeredOn: string;

  @Field(() => Status, { description: "The status declared in the questionnaire." })
  status: Status;

  @Field(() => String, {
    description:
      "Where the person lives: the first three characters of the postal code, and no more is kept.",
  })
  postalArea: string;

  @Field(() => String, {
    description: "The sector the person looks in: SCIAN/NAICS 2022, two digits; ranges keep their first.",
  })
  sector: string;

  @Field(() => String, { description: "The person's occupation: CNP/NOC 2021, five digits." })
  occupation: string;

  @Field(() => [String], { description: "The person's skills." })
  skills: string[];

  @Field(() => Int, { description: "Years of experience in the occupation." })
  experienceYears: number;

  @Field(() => DateScalar, { description: "When the questionnaire was last answered." })
  answeredOn: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when the person lets themselves be paired with employers; null while it is off.",
  })
  pairingSince: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "The person's pitch (argumentaire éclair); null when not written yet.",
  })
  pitch: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When the pitch was last written." })
  pitchWrittenOn: string | null;

  @Field(() => Step, { description: "The step where the person stands, or stood when the file was closed." })
  step: Step;

  @Field(() => DateScalar, { description: "Since when." })
  stepSince: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the file was closed; null while it is open.",
  })
  closedOn: string | null;

  @Field(() => ClosingReason, {
    nullable: true,
    description: "Why the file was closed; null while it is open.",
  })
  closingReason: ClosingReason | null;

  regionCode: string | null;
  adviserId: string | null;
  registrationId: string;
}

export const ParticipantConnection = connectionOf(() => PasserelleParticipant, "PasserelleParticipant");
