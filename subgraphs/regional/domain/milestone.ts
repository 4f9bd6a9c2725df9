/** What of a regional partner's work is a milestone in a person's pathway, by the names that the registry gives them. */
import { WelcomeCaseState, type WelcomeDestination } from "./welcome-case.ts";

/** A case that reaches a state in the region. */
const MILESTONE_OF_STATE: Partial<Record<WelcomeCaseState, string>> = {
  ARRIVED: "ARRIVAL_CONFIRMED",
  SETTLED: "SETTLEMENT_COMPLETED",
  ESTABLISHED: "RETENTION_REACHED",
};

/** The states in the region, in their order. */
const IN_ORDER: readonly WelcomeCaseState[] = [
  WelcomeCaseState.ARRIVED,
  WelcomeCaseState.SETTLED,
  WelcomeCaseState.ESTABLISHED,
];

/**
 * The states that a case newly reached on its way from one to another: a household that is established was settled
 * first, though nobody stopped there. What turns out not to be done is no milestone.
 */
export function reached(
  from: WelcomeCaseState,
  to: WelcomeCaseState,
): { state: WelcomeCaseState; kind: string }[] {
  const passed = IN_ORDER.slice(IN_ORDER.indexOf(from) + 1, IN_ORDER.indexOf(to) + 1);
  return passed.flatMap((state) => {
    const kind = MILESTONE_OF_STATE[state];
    return kind === undefined ? [] : [{ state, kind }];
  });
}

/** A household that leaves the region again, by where it goes. */
export const MILESTONE_OF_DEPARTURE: Record<WelcomeDestination, string> = {
  MONTREAL: "RETURNED_TO_MONTREAL",
  ANOTHER_REGION: "REGION_CHANGED",
  OUTSIDE_QUEBEC: "WITHDREW",
  UNKNOWN: "CONTACT_LOST",
};
