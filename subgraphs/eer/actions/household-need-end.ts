/** End a need: it was met, or it is no longer one. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { NEED_MOVES, type HouseholdNeedState } from "../domain/need.ts";
import { HouseholdNeedRow } from "../store/household-need.row.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "A need that ends." })
export class HouseholdNeedEndInput extends ChangeInput {
  @Field(() => ID, { description: "The need." })
  needId: string;
}

/** The need moved to `to` today. */
export async function endNeed(
  input: HouseholdNeedEndInput,
  to: HouseholdNeedState,
  work: Work,
): Promise<HouseholdNeedRow> {
  const need = await findOwn(work, HouseholdNeedRow, input.needId, "needId");
  const state = move(NEED_MOVES, need.state, to, "needId");
  return work.save(HouseholdNeedRow, { ...need, state, closedOn: work.today });
}
