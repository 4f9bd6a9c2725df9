/** Offers of employment: proposed by a business, answered by a person; then the job. */
import { MatchState } from "./match.ts";

export enum OfferState {
  PROPOSED = "PROPOSED",
  ACCEPTED = "ACCEPTED",
  REFUSED = "REFUSED",
  WITHDRAWN = "WITHDRAWN",
}

/** What may follow each state. An accepted offer is a job: what becomes of it is its start and its end. */
export const OFFER_MOVES: Record<OfferState, readonly OfferState[]> = {
  PROPOSED: [OfferState.ACCEPTED, OfferState.REFUSED, OfferState.WITHDRAWN],
  ACCEPTED: [],
  REFUSED: [],
  WITHDRAWN: [],
};

const AFTER_THE_INTERVIEW: readonly MatchState[] = [
  MatchState.INTERVIEWED,
  MatchState.RETAINED,
  MatchState.CONTINUING,
];

/** Whether an offer may follow a match in this state: once the parties have met. Without a match they met elsewhere. */
export function offerMayFollow(match: MatchState | null): boolean {
  return match === null || AFTER_THE_INTERVIEW.includes(match);
}
