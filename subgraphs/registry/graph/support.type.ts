/** Assessments and support in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { StageCode } from "../domain/stage.ts";
import { StageStep, Verdict } from "../domain/stage-step.ts";
import { DropReason, SupportKind, SupportState } from "../domain/support.ts";

registerEnumType(StageStep, {
  name: "StageStep",
  description: "A step inside a stage: what is assessed, and what support is for.",
  valuesConfig: {
    ARRIVAL_PLAN: { description: "Preparing the arrival in Québec (préparation de l'arrivée)." },
    REGION_INTEREST: { description: "What region interests the person (intérêt pour une région)." },
    FIRST_MEETING: { description: "The first meeting (première rencontre)." },
    ELIGIBILITY: { description: "Eligibility (admissibilité)." },
    REFLECTION_PLAN: {
      description: "The reflection and validation plan (plan de réflexion et de validation).",
    },
    FRENCH: { description: "French (francisation)." },
    JOB_SEARCH: { description: "Job search and its tools (recherche d'emploi)." },
    REGION_CHOICE: { description: "Choosing a region (choix de la région)." },
    PREQUALIFICATION: { description: "Human pre-screening (préqualification)." },
    INTERVIEWS: { description: "Interviews with employers (entrevues)." },
    OFFER_ANSWER: { description: "Answering the offer (réponse à l'offre)." },
    HOUSEHOLD_DECISION: { description: "The household decides together (décision du ménage)." },
    CONTACT: { description: "Contact with the regional partner (prise de contact)." },
    HOUSING: { description: "Housing (logement)." },
    DEPARTURE: { description: "Leaving Montréal (départ)." },
    SCHOOL_AND_CHILDCARE: { description: "School and childcare (école et garderie)." },
    LOCAL_INTEGRATION: { description: "Local integration (intégration locale)." },
    JOB_RETENTION: { description: "Keeping the job (maintien en emploi)." },
    LIFE_IN_THE_REGION: { description: "Life in the region (vie en région)." },
  },
});

registerEnumType(Verdict, {
  name: "AssessmentVerdict",
  description: "What a professional finds of a step.",
  valuesConfig: {
    ON_COURSE: { description: "It goes on as it should (en bonne voie)." },
    NEEDS_SUPPORT: { description: "Support is needed (soutien nécessaire)." },
    BLOCKED: { description: "It cannot go on (bloqué)." },
    DONE: { description: "It is done (terminé)." },
  },
});

registerEnumType(SupportKind, {
  name: "SupportKind",
  description: "Support that the partners offer (soutien).",
  valuesConfig: {
    ARRIVAL_PREPARATION: { description: "Preparing the arrival (préparation à l'arrivée)." },
    REGION_INFORMATION: { description: "Information about regions (information sur les régions)." },
    ELIGIBILITY_REVIEW: { description: "Review of eligibility (examen de l'admissibilité)." },
    JOB_SEARCH_COACHING: { description: "Coaching in job search (aide à la recherche d'emploi)." },
    FRENCH_COURSES: { description: "French courses (francisation)." },
    SECTOR_NETWORKING: { description: "Networking in a sector (réseautage sectoriel)." },
    INTERVIEW_PREPARATION: { description: "Preparation for interviews (préparation aux entrevues)." },
    EXPLORATORY_TRIP: { description: "An exploratory trip (voyage exploratoire)." },
    TRAVEL_GRANT: { description: "A travel grant (aide au déplacement)." },
    FINANCIAL_GUIDANCE: { description: "Guidance to financial aid (orientation vers l'aide financière)." },
    OFFER_ADVICE: { description: "Advice on an offer (conseil sur une offre)." },
    HOUSING_SEARCH: { description: "Search for housing (recherche de logement)." },
    MOVE_PLANNING: { description: "Planning of the move (planification du déménagement)." },
    SCHOOL_AND_CHILDCARE: { description: "Finding school and childcare (école et garderie)." },
    FAMILY_SUPPORT: { description: "Support of the family (soutien à la famille)." },
    LOCAL_INTEGRATION: { description: "Local integration (intégration locale)." },
    WORKER_FOLLOW_UP: { description: "Follow-up of the worker (suivi du travailleur)." },
    EMPLOYER_HR_HELP: { description: "HR help to the employer (aide RH à l'employeur)." },
  },
});

registerEnumType(SupportState, {
  name: "SupportState",
  description: "Where the support that a person needs stands.",
  valuesConfig: {
    NEEDED: { description: "Nobody promised it yet (à pourvoir)." },
    PROMISED: { description: "An organisation promised it (promis)." },
    GIVEN: { description: "It was given (donné)." },
    DROPPED: { description: "It is not to be given, with the reason (abandonné)." },
  },
});

registerEnumType(DropReason, {
  name: "SupportDropReason",
  description: "Why a need was dropped.",
  valuesConfig: {
    NOT_NEEDED_ANY_MORE: { description: "It is not needed any more (plus nécessaire)." },
    PERSON_DECLINED: { description: "The person does not want it (refusé par la personne)." },
    GIVEN_ELSEWHERE: { description: "Somebody outside gave it (donné ailleurs)." },
    NOT_AVAILABLE: { description: "Nobody offers it there (non disponible)." },
  },
});

@ObjectType({
  description: "What a professional found of a step of the stage where a person stood (évaluation).",
})
export class Assessment {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => StageCode, { description: "The stage at which the person stood." })
  stage: StageCode;

  @Field(() => StageStep, { description: "Of which step." })
  step: StageStep;

  @Field(() => Verdict, { description: "What was found." })
  verdict: Verdict;

  @Field(() => String, {
    nullable: true,
    description: "Words for other professionals; null when there are none, and for the person themselves.",
  })
  note: string | null;

  @Field(() => DateTimeScalar, { description: "When." })
  assessedAt: Date;

  organisationCode: string;
  assessedBy: string;
}

export const AssessmentConnection = connectionOf(() => Assessment, "Assessment");

@ObjectType({
  description:
    "Support that a person needs at a stage: who promised it by when, who gave it (besoin de soutien).",
})
export class SupportNeed {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => StageCode, { description: "The stage at which the person stood." })
  stage: StageCode;

  @Field(() => StageStep, { description: "For which step." })
  step: StageStep;

  @Field(() => SupportKind, { description: "What is needed." })
  kind: SupportKind;

  @Field(() => SupportState, { description: "Where it stands." })
  state: SupportState;

  @Field(() => String, {
    nullable: true,
    description: "Words for other professionals; null when there are none, and for the person themselves.",
  })
  note: string | null;

  @Field(() => DateTimeScalar, { description: "When it was recorded." })
  recordedAt: Date;

  @Field(() => DateScalar, { nullable: true, description: "When it was given; null until it is." })
  givenOn: string | null;

  @Field(() => DropReason, { nullable: true, description: "Why it was dropped; null unless it was." })
  dropReason: DropReason | null;

  organisationCode: string;
  recordedBy: string;
  promisedBy: string | null;
  dueOn: string;
  givenBy: string | null;
  closedBy: string | null;
}

export const SupportNeedConnection = connectionOf(() => SupportNeed, "SupportNeed");

@ObjectType({ description: "Support that is usual at a stage, with who offers it there (soutien suggéré)." })
export class SuggestedSupport {
  @Field(() => SupportKind, { description: "What." })
  kind: SupportKind;

  organisationCodes: string[];
}
