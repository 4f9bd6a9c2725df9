/** Record that a person refused an offer. */
import { defineAction } from "../../../platform/action.ts";
import { OfferState } from "../domain/offer.ts";
import { OfferRow } from "../store/offer.row.ts";
import { endOffer, type OfferEndInput } from "./offer-end.ts";

export const offerRefuse = defineAction<OfferEndInput, OfferRow>({
  name: "offerRefuse",
  roles: ["OFFICER", "SYSTEM"],
  row: OfferRow,
  apply: (input, work) => endOffer(input, OfferState.REFUSED, work),
});
