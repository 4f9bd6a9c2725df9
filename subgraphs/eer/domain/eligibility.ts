/**
 * Who may be served by EER: rules that change with time, each in force from a day on. The assessment of a person
 * keeps the rule that was applied and every reason, so that it can be explained later under another rule.
 *
 * Source: EER, presentation of the project, spring 2024. The interview says « depuis peu »; the day of the change is
 * taken as the first of the financial year 2023-2024, in which the pre-departure pilot began too.
 */

export enum EligibilityStatus {
  NATURALISED_CITIZEN = "NATURALISED_CITIZEN",
  PERMANENT_RESIDENT_ECONOMIC = "PERMANENT_RESIDENT_ECONOMIC",
  PERMANENT_RESIDENT_FAMILY = "PERMANENT_RESIDENT_FAMILY",
  PERMANENT_RESIDENT_REFUGEE = "PERMANENT_RESIDENT_REFUGEE",
  PERMANENT_RESIDENT_OTHER = "PERMANENT_RESIDENT_OTHER",
  PROTECTED_PERSON = "PROTECTED_PERSON",
  ASYLUM_CLAIMANT = "ASYLUM_CLAIMANT",
  TEMPORARY_WORKER_OPEN_PERMIT = "TEMPORARY_WORKER_OPEN_PERMIT",
  TEMPORARY_WORKER_CLOSED_PERMIT = "TEMPORARY_WORKER_CLOSED_PERMIT",
  STUDENT = "STUDENT",
  POST_GRADUATION_PERMIT = "POST_GRADUATION_PERMIT",
  ABROAD = "ABROAD",
}

export enum EligibilityGeneration {
  FIRST = "FIRST",
  BORN_IN_QUEBEC = "BORN_IN_QUEBEC",
}

export enum EligibilityReason {
  FIRST_GENERATION = "FIRST_GENERATION",
  NOT_FIRST_GENERATION = "NOT_FIRST_GENERATION",
  STAY_WITHIN_LIMIT = "STAY_WITHIN_LIMIT",
  STAY_BEYOND_LIMIT = "STAY_BEYOND_LIMIT",
  ANY_LENGTH_OF_STAY = "ANY_LENGTH_OF_STAY",
  NATURALISED_INCLUDED = "NATURALISED_INCLUDED",
  NATURALISED_NOT_INCLUDED = "NATURALISED_NOT_INCLUDED",
  PRE_DEPARTURE_WITH_CSQ = "PRE_DEPARTURE_WITH_CSQ",
  PRE_DEPARTURE_WITHOUT_CSQ = "PRE_DEPARTURE_WITHOUT_CSQ",
  NOT_YET_IN_QUEBEC = "NOT_YET_IN_QUEBEC",
}

export interface EligibilityRule {
  /** The first day on which the rule applies, until the next one does. */
  since: string;
  /** The person has been in Québec for less than so many years; null for any length of stay. */
  yearsBelow: number | null;
  naturalised: boolean;
  /** People abroad who hold a CSQ are served too. */
  preDeparture: boolean;
}

/** The rules over time, the oldest first. First generation only, under each of them. */
export const ELIGIBILITY_RULES: readonly EligibilityRule[] = [
  { since: "2010-01-01", yearsBelow: 5, naturalised: false, preDeparture: false },
  { since: "2023-04-01", yearsBelow: null, naturalised: true, preDeparture: true },
];

export interface EligibilityFacts {
  generation: EligibilityGeneration;
  /** Null for somebody born in Québec. */
  status: EligibilityStatus | null;
  /** The day of arrival in Québec; null for a person still abroad. */
  arrivedOn: string | null;
  csqHeld: boolean;
}

export interface EligibilityVerdict {
  eligible: boolean;
  reasons: EligibilityReason[];
  /** The rule applied, by its first day. */
  ruleSince: string;
}

/** The verdict on these facts by the rule in force on `day`; null before the first rule. Dates are `2026-11-21`. */
export function assessEligibility(
  facts: EligibilityFacts,
  day: string,
  rules: readonly EligibilityRule[] = ELIGIBILITY_RULES,
): EligibilityVerdict | null {
  const rule = rules.filter(({ since }) => since <= day).at(-1);
  if (!rule) return null;
  // Whoever did not immigrate has neither an arrival nor a naturalisation to look at.
  const made =
    facts.generation === EligibilityGeneration.FIRST
      ? [FIRST_GENERATION, presenceCheck(facts, rule, day), naturalisedCheck(facts, rule)].filter(
          (check) => check !== null,
        )
      : [NOT_FIRST_GENERATION];
  return {
    eligible: made.every(({ passed }) => passed),
    reasons: made.map(({ reason }) => reason),
    ruleSince: rule.since,
  };
}

/** The fact that must be known of a person who immigrated and is not; null when all are. */
export function missingFact({
  generation,
  status,
  arrivedOn,
}: EligibilityFacts): "status" | "arrivedOn" | null {
  if (generation !== EligibilityGeneration.FIRST) return null;
  if (status === null) return "status";
  return status !== EligibilityStatus.ABROAD && arrivedOn === null ? "arrivedOn" : null;
}

interface Check {
  passed: boolean;
  reason: EligibilityReason;
}

const FIRST_GENERATION: Check = { passed: true, reason: EligibilityReason.FIRST_GENERATION };
const NOT_FIRST_GENERATION: Check = { passed: false, reason: EligibilityReason.NOT_FIRST_GENERATION };

function presenceCheck({ arrivedOn, csqHeld }: EligibilityFacts, rule: EligibilityRule, day: string): Check {
  if (arrivedOn === null || arrivedOn > day) {
    if (!rule.preDeparture) return { passed: false, reason: EligibilityReason.NOT_YET_IN_QUEBEC };
    return csqHeld
      ? { passed: true, reason: EligibilityReason.PRE_DEPARTURE_WITH_CSQ }
      : { passed: false, reason: EligibilityReason.PRE_DEPARTURE_WITHOUT_CSQ };
  }
  if (rule.yearsBelow === null) return { passed: true, reason: EligibilityReason.ANY_LENGTH_OF_STAY };
  return day < yearsLater(arrivedOn, rule.yearsBelow)
    ? { passed: true, reason: EligibilityReason.STAY_WITHIN_LIMIT }
    : { passed: false, reason: EligibilityReason.STAY_BEYOND_LIMIT };
}

/** Says nothing of those who are no citizens. */
function naturalisedCheck({ status }: EligibilityFacts, rule: EligibilityRule): Check | null {
  if (status !== EligibilityStatus.NATURALISED_CITIZEN) return null;
  return rule.naturalised
    ? { passed: true, reason: EligibilityReason.NATURALISED_INCLUDED }
    : { passed: false, reason: EligibilityReason.NATURALISED_NOT_INCLUDED };
}

/** The same day, so many years later; the 29th of February stays one, which compares as it should. */
function yearsLater(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
}
