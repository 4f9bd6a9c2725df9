/** A welcome case: one household that a regional partner receives, from the first contact until it has taken root. */

export enum WelcomeCaseState {
  OPENED = "OPENED",
  CONTACTED = "CONTACTED",
  EXPECTED = "EXPECTED",
  ARRIVED = "ARRIVED",
  SETTLED = "SETTLED",
  ESTABLISHED = "ESTABLISHED",
  LEFT = "LEFT",
  CANCELLED = "CANCELLED",
}

/**
 * What may follow each state. An expected household may be given another date; a settled one is unsettled again when
 * something turns out not to be done. A household that comes back after leaving is a new case.
 */
export const WELCOME_CASE_MOVES: Record<WelcomeCaseState, readonly WelcomeCaseState[]> = {
  OPENED: [WelcomeCaseState.CONTACTED, WelcomeCaseState.CANCELLED],
  CONTACTED: [WelcomeCaseState.EXPECTED, WelcomeCaseState.CANCELLED],
  EXPECTED: [WelcomeCaseState.EXPECTED, WelcomeCaseState.ARRIVED, WelcomeCaseState.CANCELLED],
  ARRIVED: [WelcomeCaseState.SETTLED, WelcomeCaseState.ESTABLISHED, WelcomeCaseState.LEFT],
  SETTLED: [WelcomeCaseState.ESTABLISHED, WelcomeCaseState.ARRIVED, WelcomeCaseState.LEFT],
  ESTABLISHED: [],
  LEFT: [],
  CANCELLED: [WelcomeCaseState.OPENED],
};

/** The states of a household that has arrived and is still followed. */
export const IN_REGION: readonly WelcomeCaseState[] = [WelcomeCaseState.ARRIVED, WelcomeCaseState.SETTLED];

/** The states in which a case is worked on: something can be arranged, ticked or assigned. */
export const UNDER_WAY: readonly WelcomeCaseState[] = [
  WelcomeCaseState.OPENED,
  WelcomeCaseState.CONTACTED,
  WelcomeCaseState.EXPECTED,
  ...IN_REGION,
];

/**
 * The state of a household in the region: settled when its checklist is complete, established when it also was
 * still there at the last retention check.
 */
export function stateInRegion(checklistComplete: boolean, retained: boolean): WelcomeCaseState {
  if (!checklistComplete) return WelcomeCaseState.ARRIVED;
  return retained ? WelcomeCaseState.ESTABLISHED : WelcomeCaseState.SETTLED;
}

/** Why a household that was to come does not. */
export enum WelcomeCancelReason {
  CHOSE_ANOTHER_REGION = "CHOSE_ANOTHER_REGION",
  STAYS_IN_MONTREAL = "STAYS_IN_MONTREAL",
  JOB_FELL_THROUGH = "JOB_FELL_THROUGH",
  LOST_CONTACT = "LOST_CONTACT",
  OTHER = "OTHER",
}

/** Why a household left the region again. */
export enum WelcomeDepartureReason {
  JOB = "JOB",
  HOUSING = "HOUSING",
  FAMILY = "FAMILY",
  STUDIES = "STUDIES",
  ISOLATION = "ISOLATION",
  SERVICES = "SERVICES",
  OTHER = "OTHER",
}

/** Where a household went when it left the region. */
export enum WelcomeDestination {
  MONTREAL = "MONTREAL",
  ANOTHER_REGION = "ANOTHER_REGION",
  OUTSIDE_QUEBEC = "OUTSIDE_QUEBEC",
  UNKNOWN = "UNKNOWN",
}
