/** An offer in a new state is a milestone in the person's pathway: whoever writes the one tells the other. */
import type { Work } from "../../../platform/action.ts";
import { tell } from "../../../platform/outbox.ts";
import { MILESTONE_OF_OFFER } from "../domain/milestone.ts";
import { OfferRow } from "../store/offer.row.ts";

/** The offer written in the state that it entered on a day. */
export async function saveOffer(offer: OfferRow, on: string, work: Work): Promise<OfferRow> {
  const { id, registrationId, state } = offer;
  await tell(work, {
    kind: MILESTONE_OF_OFFER[state],
    registrationId,
    sourceId: `offer:${id}:${state.toLowerCase()}`,
    on,
  });
  return work.save(OfferRow, offer);
}
