/** Money to travel to an employer's site: asked for, decided by a person, paid. */

export enum TravelGrantState {
  REQUESTED = "REQUESTED",
  APPROVED = "APPROVED",
  REFUSED = "REFUSED",
  PAID = "PAID",
  CANCELLED = "CANCELLED",
}

/** What may follow each state. */
export const TRAVEL_GRANT_MOVES: Record<TravelGrantState, readonly TravelGrantState[]> = {
  REQUESTED: [TravelGrantState.APPROVED, TravelGrantState.REFUSED, TravelGrantState.CANCELLED],
  APPROVED: [TravelGrantState.PAID, TravelGrantState.CANCELLED],
  REFUSED: [],
  PAID: [],
  CANCELLED: [],
};
