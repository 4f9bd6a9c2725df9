/** The job that came of an offer. */
import type { Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { OfferState } from "../domain/offer.ts";
import { OfferRow } from "../store/offer.row.ts";

export type Job = OfferRow & { answeredOn: string };

/** The accepted offer that an input names, whose job has not ended. @throws {Refusal} `WRONG_STATE` for any other */
export async function jobOf(offerId: string, { find }: Pick<Work, "find">): Promise<Job> {
  const offer = await find(OfferRow, offerId, "offerId");
  const { state, answeredOn, endedOn } = offer;
  if (state !== OfferState.ACCEPTED || answeredOn === null)
    throw new Refusal("WRONG_STATE", "This offer was not accepted: there is no job.", "offerId");
  if (endedOn !== null) throw new Refusal("WRONG_STATE", "This job has ended.", "offerId");
  return { ...offer, answeredOn };
}
