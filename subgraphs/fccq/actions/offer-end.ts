/** End an offer without a job, with a reason that stays. */
import { IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { OFFER_MOVES, type OfferState } from "../domain/offer.ts";
import { OfferRow } from "../store/offer.row.ts";
import { pastDay } from "./past-day.ts";
import { saveOffer } from "./save-offer.ts";

@InputType({ description: "An offer that came to nothing." })
export class OfferEndInput extends ChangeInput {
  @Field(() => ID, { description: "The offer, which is proposed." })
  offerId: string;

  @Field(() => String, { description: "Why, in words; at most 1,000 characters." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  @IsOptional()
  answeredOn?: string | null;
}

/** The offer moved to `to`, for the reason given. */
export async function endOffer(input: OfferEndInput, to: OfferState, work: Work): Promise<OfferRow> {
  const { find, today } = work;
  const offer = await find(OfferRow, input.offerId, "offerId");
  const state = move(OFFER_MOVES, offer.state, to, "offerId");
  const answeredOn = pastDay(input.answeredOn, today, "answeredOn", offer.proposedOn);
  return saveOffer({ ...offer, state, answeredOn, answerReason: input.reason }, answeredOn, work);
}
