/** Move a travel grant to its next state. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { TRAVEL_GRANT_MOVES, type TravelGrantState } from "../domain/travel-grant.ts";
import { TravelGrantRow } from "../store/travel-grant.row.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "A travel grant." })
export class TravelGrantMoveInput extends ChangeInput {
  @Field(() => ID, { description: "The travel grant." })
  travelGrantId: string;
}

/** The travel grant moved to `to`, with what that brings. */
export async function moveTravelGrant(
  input: TravelGrantMoveInput,
  to: TravelGrantState,
  change: Partial<TravelGrantRow>,
  work: Work,
): Promise<TravelGrantRow> {
  const grant = await findOwn(work, TravelGrantRow, input.travelGrantId, "travelGrantId");
  const state = move(TRAVEL_GRANT_MOVES, grant.state, to, "travelGrantId");
  return work.save(TravelGrantRow, { ...grant, ...change, state });
}
