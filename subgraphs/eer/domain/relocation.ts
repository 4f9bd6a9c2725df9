/** A household's move to one region, from the plan to the installation, and why it may leave again. */

export enum RelocationPlanState {
  PLANNED = "PLANNED",
  MOVE_DATED = "MOVE_DATED",
  ARRIVED = "ARRIVED",
  SETTLED = "SETTLED",
  LEFT = "LEFT",
  ABANDONED = "ABANDONED",
}

/** What may follow each state. A dated move can be dated again. */
export const RELOCATION_MOVES: Record<RelocationPlanState, readonly RelocationPlanState[]> = {
  PLANNED: [RelocationPlanState.MOVE_DATED, RelocationPlanState.ABANDONED],
  MOVE_DATED: [RelocationPlanState.MOVE_DATED, RelocationPlanState.ARRIVED, RelocationPlanState.ABANDONED],
  ARRIVED: [RelocationPlanState.SETTLED, RelocationPlanState.LEFT],
  SETTLED: [RelocationPlanState.LEFT],
  LEFT: [],
  ABANDONED: [],
};

/** The states in which a plan is being prepared; a household has one such plan at a time. */
export const PREPARING: readonly RelocationPlanState[] = [
  RelocationPlanState.PLANNED,
  RelocationPlanState.MOVE_DATED,
];

/** The states in which the household lives in the region of the plan; one at a time too. */
export const LIVING_THERE: readonly RelocationPlanState[] = [
  RelocationPlanState.ARRIVED,
  RelocationPlanState.SETTLED,
];

export enum RelocationReturnReason {
  JOB_LOST = "JOB_LOST",
  JOB_UNSUITABLE = "JOB_UNSUITABLE",
  SPOUSE_WITHOUT_JOB = "SPOUSE_WITHOUT_JOB",
  HOUSING = "HOUSING",
  ISOLATION = "ISOLATION",
  DISCRIMINATION = "DISCRIMINATION",
  SCHOOL_OR_CHILD_CARE = "SCHOOL_OR_CHILD_CARE",
  SERVICES = "SERVICES",
  TRANSPORT = "TRANSPORT",
  FAMILY = "FAMILY",
  STUDIES = "STUDIES",
  OTHER = "OTHER",
}

export enum RelocationReturnDestination {
  MONTREAL = "MONTREAL",
  OTHER_REGION = "OTHER_REGION",
  OUTSIDE_QUEBEC = "OUTSIDE_QUEBEC",
  UNKNOWN = "UNKNOWN",
}
