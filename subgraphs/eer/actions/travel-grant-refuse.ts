/** Refuse a travel grant: a person decides, and says why. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { TravelGrantState } from "../domain/travel-grant.ts";
import { TravelGrantRow } from "../store/travel-grant.row.ts";
import { moveTravelGrant, TravelGrantMoveInput } from "./travel-grant-move.ts";

@InputType({ description: "A travel grant to refuse." })
export class TravelGrantRefuseInput extends TravelGrantMoveInput {
  @Field(() => String, { description: "Why, in words; at most 1,000 characters." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

export const travelGrantRefuse = defineAction<TravelGrantRefuseInput, TravelGrantRow>({
  name: "travelGrantRefuse",
  roles: ["COUNSELLOR"],
  row: TravelGrantRow,
  apply: (input, work) =>
    moveTravelGrant(
      input,
      TravelGrantState.REFUSED,
      { decidedOn: work.today, decidedBy: work.viewer.subject, decisionReason: input.reason },
      work,
    ),
});
