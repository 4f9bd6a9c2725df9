/** What of FCCQ's work is a milestone in a person's pathway, by the names that the registry gives them. */
import { OfferState } from "./offer.ts";

/** An offer that enters a state. */
export const MILESTONE_OF_OFFER: Record<OfferState, string> = {
  PROPOSED: "OFFER_PROPOSED",
  ACCEPTED: "OFFER_ACCEPTED",
  REFUSED: "OFFER_REFUSED",
  WITHDRAWN: "OFFER_WITHDRAWN",
};
