/** Open a household's file again: it came back. */
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { HOUSEHOLD_MOVES, HouseholdState } from "../domain/household.ts";
import { MILESTONE_OF } from "../domain/milestone.ts";
import { HouseholdRow } from "../store/household.row.ts";
import { findOwn } from "./own.ts";
import { tellHousehold } from "./tell-household.ts";

@InputType({ description: "A household to open again." })
export class HouseholdReopenInput extends ChangeInput {
  @Field(() => ID, { description: "The household." })
  householdId: string;
}

export const householdReopen = defineAction<HouseholdReopenInput, HouseholdRow>({
  name: "householdReopen",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: HouseholdRow,
  async apply(input, work) {
    const household = await findOwn(work, HouseholdRow, input.householdId, "householdId");
    const state = move(HOUSEHOLD_MOVES, household.state, HouseholdState.OPEN, "householdId");
    await tellHousehold(work, household.id, {
      kind: MILESTONE_OF.householdReopen,
      sourceId: `household:${household.id}:reopened:${uuid()}`,
    });
    return work.save(HouseholdRow, { ...household, state, closedOn: null, closeReason: null });
  },
});
