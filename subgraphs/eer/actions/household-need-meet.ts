/** A need was met. */
import { defineAction } from "../../../platform/action.ts";
import { HouseholdNeedState } from "../domain/need.ts";
import { HouseholdNeedRow } from "../store/household-need.row.ts";
import { endNeed, type HouseholdNeedEndInput } from "./household-need-end.ts";

export const householdNeedMeet = defineAction<HouseholdNeedEndInput, HouseholdNeedRow>({
  name: "householdNeedMeet",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: HouseholdNeedRow,
  apply: (input, work) => endNeed(input, HouseholdNeedState.MET, work),
});
