/** When a person may be declared ready: for matching on the track EMPLOYMENT, for the region on the others. */

export interface ReadinessFacts {
  /** The last assessment of eligibility; null when there is none. */
  eligible: boolean | null;
  /** The person has a reflection plan that was validated, and none in progress. */
  planValidated: boolean;
  counsellorNamed: boolean;
}

export type ReadinessObstacle = "NOT_ASSESSED" | "NOT_ELIGIBLE" | "NO_COUNSELLOR" | "PLAN_NOT_VALIDATED";

/** What stands between a person and readiness; null when nothing does. */
export function obstacleToReadiness(facts: ReadinessFacts): ReadinessObstacle | null {
  if (facts.eligible === null) return "NOT_ASSESSED";
  if (!facts.eligible) return "NOT_ELIGIBLE";
  if (!facts.counsellorNamed) return "NO_COUNSELLOR";
  return facts.planValidated ? null : "PLAN_NOT_VALIDATED";
}
