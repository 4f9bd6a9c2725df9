/** Close a household's file, with the reason; it leaves its counsellor's caseload. */
import { In, IsNull } from "typeorm";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { HOUSEHOLD_MOVES, HouseholdCloseReason, HouseholdState } from "../domain/household.ts";
import { PREPARING } from "../domain/relocation.ts";
import { MILESTONE_OF_CLOSING } from "../domain/milestone.ts";
import { CounsellorAssignmentRow } from "../store/counsellor-assignment.row.ts";
import { HouseholdRow } from "../store/household.row.ts";
import { RelocationPlanRow } from "../store/relocation-plan.row.ts";
import { dayOfEvent } from "./days.ts";
import { findOwn } from "./own.ts";
import { tellHousehold } from "./tell-household.ts";

@InputType({ description: "A household to close." })
export class HouseholdCloseInput extends ChangeInput {
  @Field(() => ID, { description: "The household." })
  householdId: string;

  @Field(() => HouseholdCloseReason, { description: "Why." })
  reason: HouseholdCloseReason;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  closedOn?: string | null;
}

export const householdClose = defineAction<HouseholdCloseInput, HouseholdRow>({
  name: "householdClose",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: HouseholdRow,
  async apply(input, work) {
    const { manager, save, today } = work;
    const household = await findOwn(work, HouseholdRow, input.householdId, "householdId");
    const state = move(HOUSEHOLD_MOVES, household.state, HouseholdState.CLOSED, "householdId");
    if (await manager.existsBy(RelocationPlanRow, { householdId: household.id, state: In([...PREPARING]) }))
      throw new Refusal(
        "WRONG_STATE",
        "A move of this household is being prepared; finish it or give it up first.",
        "householdId",
      );
    const inCare = await manager.findOneBy(CounsellorAssignmentRow, {
      householdId: household.id,
      until: IsNull(),
    });
    const closedOn = dayOfEvent(input.closedOn, today, "closedOn", inCare?.since ?? household.openedOn);
    if (inCare) await save(CounsellorAssignmentRow, { ...inCare, until: closedOn });
    await tellHousehold(work, household.id, {
      kind: MILESTONE_OF_CLOSING[input.reason],
      sourceId: `household:${household.id}:closed:${uuid()}`,
      on: closedOn,
    });
    return save(HouseholdRow, { ...household, state, closedOn, closeReason: input.reason });
  },
});
