/** A need is no longer one. */
import { defineAction } from "../../../platform/action.ts";
import { HouseholdNeedState } from "../domain/need.ts";
import { HouseholdNeedRow } from "../store/household-need.row.ts";
import { endNeed, type HouseholdNeedEndInput } from "./household-need-end.ts";

export const householdNeedDrop = defineAction<HouseholdNeedEndInput, HouseholdNeedRow>({
  name: "householdNeedDrop",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: HouseholdNeedRow,
  apply: (input, work) => endNeed(input, HouseholdNeedState.DROPPED, work),
});
