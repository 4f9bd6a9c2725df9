/** Record that a business proposed a job to a person. */
import { IsOptional } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { isBelowSkillLevel } from "../domain/compatibility.ts";
import { offerMayFollow, OfferState } from "../domain/offer.ts";
import { PositionState } from "../domain/position.ts";
import { MatchRow } from "../store/match.row.ts";
import { OfferRow } from "../store/offer.row.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { PositionRow } from "../store/position.row.ts";
import { pastDay } from "./past-day.ts";
import { saveOffer } from "./save-offer.ts";

@InputType({ description: "An offer that was proposed." })
export class OfferProposeInput extends ChangeInput {
  @Field(() => ID, { description: "The participant." })
  participantId: string;

  @Field(() => ID, { description: "The position, which is open." })
  positionId: string;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  @IsOptional()
  proposedOn?: string | null;
}

export const offerPropose = defineAction<OfferProposeInput, OfferRow>({
  name: "offerPropose",
  roles: ["OFFICER", "SYSTEM"],
  row: OfferRow,
  async apply(input, work) {
    const { find, manager, today } = work;
    const participant = await find(ParticipantRow, input.participantId, "participantId");
    const position = await find(PositionRow, input.positionId, "positionId");
    if (position.state !== PositionState.OPEN)
      throw new Refusal("WRONG_STATE", "This position is not open.", "positionId");
    const parties = { registrationId: participant.registrationId, positionId: position.id };
    const match = await manager.findOneBy(MatchRow, parties);
    if (!offerMayFollow(match?.state ?? null)) {
      throw new Refusal(
        "WRONG_STATE",
        `The match of the two is ${match?.state}: an offer follows their interview.`,
        "positionId",
      );
    }
    if (await manager.existsBy(OfferRow, { ...parties, state: OfferState.PROPOSED })) {
      throw new Refusal("CONFLICT", "An offer of this position waits for the person's answer.", "positionId");
    }
    const proposedOn = pastDay(input.proposedOn, today, "proposedOn");
    const offer = {
      id: uuid(),
      ...parties,
      matchId: match?.id ?? null,
      state: OfferState.PROPOSED,
      belowSkillLevel: isBelowSkillLevel(participant.occupation, position.occupation),
      proposedOn,
      answeredOn: null,
      answerReason: null,
      startsOn: null,
      startedOn: null,
      endedOn: null,
      endReason: null,
    };
    return saveOffer(offer, proposedOn, work);
  },
});
