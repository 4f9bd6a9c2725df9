/** Record that a person accepted an offer: the job is theirs, the position is filled, and nobody else goes on waiting for them. */
import { IsOptional } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { OFFER_MOVES, OfferState } from "../domain/offer.ts";
import { POSITION_MOVES, PositionState } from "../domain/position.ts";
import { OfferRow } from "../store/offer.row.ts";
import { PositionRow } from "../store/position.row.ts";
import { releaseElsewhere } from "./match-release.ts";
import { pastDay } from "./past-day.ts";
import { saveOffer } from "./save-offer.ts";

@InputType({ description: "An offer that was accepted." })
export class OfferAcceptInput extends ChangeInput {
  @Field(() => ID, { description: "The offer, which is proposed." })
  offerId: string;

  @Field(() => DateScalar, { nullable: true, description: "When the person accepted; today unless told." })
  @IsOptional()
  answeredOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the job is agreed to start; null while that is open.",
  })
  @IsOptional()
  startsOn?: string | null;
}

export const offerAccept = defineAction<OfferAcceptInput, OfferRow>({
  name: "offerAccept",
  roles: ["OFFICER", "SYSTEM"],
  row: OfferRow,
  async apply(input, work) {
    const { find, save, today } = work;
    const offer = await find(OfferRow, input.offerId, "offerId");
    const state = move(OFFER_MOVES, offer.state, OfferState.ACCEPTED, "offerId");
    const answeredOn = pastDay(input.answeredOn, today, "answeredOn", offer.proposedOn);
    const startsOn = input.startsOn ?? null;
    if (startsOn !== null && startsOn < answeredOn)
      throw new Refusal("OUT_OF_RANGE", "A job starts once it was accepted.", "startsOn");
    const position = await find(PositionRow, offer.positionId, "offerId");
    const filled = move(POSITION_MOVES, position.state, PositionState.FILLED, "offerId");
    await save(PositionRow, { ...position, state: filled, closedOn: today });
    await releaseElsewhere(offer, work);
    return saveOffer({ ...offer, state, answeredOn, startsOn }, answeredOn, work);
  },
});
