/** The plan by which a person reflects on a region and validates what they want, step by step. */

export enum ReflectionPlanState {
  IN_PROGRESS = "IN_PROGRESS",
  VALIDATED = "VALIDATED",
  ABANDONED = "ABANDONED",
}

/** What may follow each state; after that, a new plan. */
export const REFLECTION_PLAN_MOVES: Record<ReflectionPlanState, readonly ReflectionPlanState[]> = {
  IN_PROGRESS: [ReflectionPlanState.VALIDATED, ReflectionPlanState.ABANDONED],
  VALIDATED: [],
  ABANDONED: [],
};

export enum ReflectionStepKind {
  SKILLS = "SKILLS",
  INTERESTS = "INTERESTS",
  FAMILY = "FAMILY",
  INFORMATION = "INFORMATION",
  REGIONS = "REGIONS",
  JOB_SEARCH = "JOB_SEARCH",
  VALIDATION = "VALIDATION",
}

export enum ReflectionStepState {
  TO_DO = "TO_DO",
  DONE = "DONE",
  DROPPED = "DROPPED",
}

/** What may follow each state. */
export const REFLECTION_STEP_MOVES: Record<ReflectionStepState, readonly ReflectionStepState[]> = {
  TO_DO: [ReflectionStepState.DONE, ReflectionStepState.DROPPED],
  DONE: [],
  DROPPED: [],
};

/** Whether a plan with these steps can be validated: nothing left to do, and something done. */
export function canBeValidated(steps: readonly ReflectionStepState[]): boolean {
  return !steps.includes(ReflectionStepState.TO_DO) && steps.includes(ReflectionStepState.DONE);
}

/** The most steps that a plan has. */
export const MOST_STEPS = 100;
