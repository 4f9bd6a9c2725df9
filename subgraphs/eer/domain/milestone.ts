/** What of EER's work is a milestone in a person's pathway, by the names that the registry gives them. */
import { HouseholdCloseReason } from "./household.ts";
import { PreDepartureCloseReason } from "./pre-departure.ts";
import { RelocationReturnDestination } from "./relocation.ts";

/**
 * One change, one milestone. Another region is a change of region as well as a choice. Arrivals are confirmed by the
 * partner in the region, and tell the registry from there.
 */
export const MILESTONE_OF = {
  preDepartureCaseArrive: "ARRIVED_IN_QUEBEC",
  counsellorAssign: "COUNSELLOR_ASSIGNED",
  readinessDeclare: "READY_DECLARED",
  regionChoose: "REGION_CHOSEN",
  regionChooseAnother: "REGION_CHANGED",
  relocationMoveDate: "MOVE_DATED",
  relocationSettle: "SETTLEMENT_COMPLETED",
  householdReopen: "REOPENED",
} as const;

/** A household's file that is closed. */
export const MILESTONE_OF_CLOSING: Record<HouseholdCloseReason, string> = {
  ESTABLISHED: "RETENTION_REACHED",
  NOT_ELIGIBLE: "FOUND_NOT_ELIGIBLE",
  REDIRECTED: "REDIRECTED",
  WITHDREW: "WITHDREW",
  CONTACT_LOST: "CONTACT_LOST",
};

/** A pre-departure case that ends before an arrival. */
export const MILESTONE_OF_PRE_DEPARTURE_CLOSING: Record<PreDepartureCloseReason, string> = {
  NOT_ELIGIBLE: "FOUND_NOT_ELIGIBLE",
  CHOSE_MONTREAL: "REDIRECTED",
  WILL_NOT_COME: "WITHDREW",
  WITHDREW: "WITHDREW",
  CONTACT_LOST: "CONTACT_LOST",
};

/** A household that leaves its region again, by where it goes. */
export const MILESTONE_OF_RETURN: Record<RelocationReturnDestination, string> = {
  MONTREAL: "RETURNED_TO_MONTREAL",
  OTHER_REGION: "REGION_CHANGED",
  OUTSIDE_QUEBEC: "WITHDREW",
  UNKNOWN: "CONTACT_LOST",
};
