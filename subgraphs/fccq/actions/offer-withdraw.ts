/** Record that a business withdrew an offer before it was answered. */
import { defineAction } from "../../../platform/action.ts";
import { OfferState } from "../domain/offer.ts";
import { OfferRow } from "../store/offer.row.ts";
import { endOffer, type OfferEndInput } from "./offer-end.ts";

export const offerWithdraw = defineAction<OfferEndInput, OfferRow>({
  name: "offerWithdraw",
  roles: ["OFFICER", "SYSTEM"],
  row: OfferRow,
  apply: (input, work) => endOffer(input, OfferState.WITHDRAWN, work),
});
