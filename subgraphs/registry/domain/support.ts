/** Support at each stage: what there is, what is usual where, who offers it by mandate, and how a need is met. */
import { Mandate } from "./organisation.ts";
import { StageCode } from "./stage.ts";

export enum SupportKind {
  ARRIVAL_PREPARATION = "ARRIVAL_PREPARATION",
  REGION_INFORMATION = "REGION_INFORMATION",
  ELIGIBILITY_REVIEW = "ELIGIBILITY_REVIEW",
  JOB_SEARCH_COACHING = "JOB_SEARCH_COACHING",
  FRENCH_COURSES = "FRENCH_COURSES",
  SECTOR_NETWORKING = "SECTOR_NETWORKING",
  INTERVIEW_PREPARATION = "INTERVIEW_PREPARATION",
  EXPLORATORY_TRIP = "EXPLORATORY_TRIP",
  TRAVEL_GRANT = "TRAVEL_GRANT",
  FINANCIAL_GUIDANCE = "FINANCIAL_GUIDANCE",
  OFFER_ADVICE = "OFFER_ADVICE",
  HOUSING_SEARCH = "HOUSING_SEARCH",
  MOVE_PLANNING = "MOVE_PLANNING",
  SCHOOL_AND_CHILDCARE = "SCHOOL_AND_CHILDCARE",
  FAMILY_SUPPORT = "FAMILY_SUPPORT",
  LOCAL_INTEGRATION = "LOCAL_INTEGRATION",
  WORKER_FOLLOW_UP = "WORKER_FOLLOW_UP",
  EMPLOYER_HR_HELP = "EMPLOYER_HR_HELP",
}

const K = SupportKind;
const EER = [Mandate.EMPLOYABILITY];
const MOVES = [Mandate.RELOCATION];
const FCCQ = [Mandate.MATCHING];
const REGIONAL = [Mandate.WELCOME];

/** The mandates under which each kind is offered. */
export const OFFERED_UNDER: Record<SupportKind, readonly Mandate[]> = {
  ARRIVAL_PREPARATION: EER,
  REGION_INFORMATION: [...EER, ...REGIONAL],
  ELIGIBILITY_REVIEW: EER,
  JOB_SEARCH_COACHING: EER,
  FRENCH_COURSES: [...EER, ...REGIONAL],
  SECTOR_NETWORKING: [Mandate.PASSERELLE],
  INTERVIEW_PREPARATION: [...EER, ...FCCQ],
  EXPLORATORY_TRIP: [...FCCQ, ...REGIONAL],
  TRAVEL_GRANT: MOVES,
  FINANCIAL_GUIDANCE: FCCQ,
  OFFER_ADVICE: EER,
  HOUSING_SEARCH: REGIONAL,
  MOVE_PLANNING: MOVES,
  SCHOOL_AND_CHILDCARE: REGIONAL,
  FAMILY_SUPPORT: [...MOVES, ...REGIONAL],
  LOCAL_INTEGRATION: REGIONAL,
  WORKER_FOLLOW_UP: FCCQ,
  EMPLOYER_HR_HELP: FCCQ,
};

/** The support that is usual at each stage. [design] */
export const USUAL_SUPPORT: Record<StageCode, readonly SupportKind[]> = {
  PRE_DEPARTURE: [K.ARRIVAL_PREPARATION, K.REGION_INFORMATION],
  INTAKE: [K.ELIGIBILITY_REVIEW, K.REGION_INFORMATION],
  EMPLOYABILITY: [
    K.JOB_SEARCH_COACHING,
    K.FRENCH_COURSES,
    K.SECTOR_NETWORKING,
    K.EXPLORATORY_TRIP,
    K.FAMILY_SUPPORT,
  ],
  MATCHING: [K.INTERVIEW_PREPARATION, K.EXPLORATORY_TRIP, K.TRAVEL_GRANT],
  OFFER: [K.OFFER_ADVICE, K.TRAVEL_GRANT, K.FAMILY_SUPPORT],
  LIAISON: [K.REGION_INFORMATION, K.EXPLORATORY_TRIP, K.FAMILY_SUPPORT],
  MOVE: [K.MOVE_PLANNING, K.HOUSING_SEARCH, K.SCHOOL_AND_CHILDCARE, K.FINANCIAL_GUIDANCE],
  SETTLEMENT: [K.HOUSING_SEARCH, K.SCHOOL_AND_CHILDCARE, K.FRENCH_COURSES, K.LOCAL_INTEGRATION],
  FOLLOW_UP: [K.WORKER_FOLLOW_UP, K.EMPLOYER_HR_HELP, K.LOCAL_INTEGRATION],
  ESTABLISHED: [],
};

/** An organisation's mandate as it stands today. */
export interface Offering {
  organisation: string;
  mandate: Mandate;
  /** The region it is for; null for all. */
  regionCode: string | null;
}

export interface Suggestion {
  kind: SupportKind;
  /** The codes of the organisations that offer it there, those that have the person already before the others. */
  organisations: string[];
}

/**
 * The support usual at a stage, with who offers it in a region by their mandates. A mandate for one region is offered
 * in that region only, and so nowhere as long as no region is known.
 */
export function suggestSupport(
  stage: StageCode,
  regionCode: string | null,
  offerings: readonly Offering[],
  known: readonly string[],
): Suggestion[] {
  const here = offerings.filter((each) => each.regionCode === null || each.regionCode === regionCode);
  const rank = (organisation: string) => (known.includes(organisation) ? 0 : 1);
  return USUAL_SUPPORT[stage].map((kind) => {
    const offering = here.filter(({ mandate }) => OFFERED_UNDER[kind].includes(mandate));
    const organisations = [...new Set(offering.map(({ organisation }) => organisation))];
    return {
      kind,
      organisations: organisations.sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1)),
    };
  });
}

export enum SupportState {
  NEEDED = "NEEDED",
  PROMISED = "PROMISED",
  GIVEN = "GIVEN",
  DROPPED = "DROPPED",
}

/** What may follow each state: a promise can be taken back, what was given or dropped stays so. */
export const SUPPORT_MOVES: Record<SupportState, readonly SupportState[]> = {
  NEEDED: [SupportState.PROMISED, SupportState.GIVEN, SupportState.DROPPED],
  PROMISED: [SupportState.GIVEN, SupportState.NEEDED, SupportState.DROPPED],
  GIVEN: [],
  DROPPED: [],
};

/** Why a need is dropped. */
export enum DropReason {
  NOT_NEEDED_ANY_MORE = "NOT_NEEDED_ANY_MORE",
  PERSON_DECLINED = "PERSON_DECLINED",
  GIVEN_ELSEWHERE = "GIVEN_ELSEWHERE",
  NOT_AVAILABLE = "NOT_AVAILABLE",
}

/** Whether support was promised and its day has passed. `today` as `2026-11-21`. */
export function isLate(need: { state: SupportState; dueOn: string }, today: string): boolean {
  return need.state === SupportState.PROMISED && need.dueOn < today;
}
