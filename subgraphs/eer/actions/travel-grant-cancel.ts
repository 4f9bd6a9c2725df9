/** A travel grant is not needed: the person does not travel. */
import { defineAction } from "../../../platform/action.ts";
import { TravelGrantState } from "../domain/travel-grant.ts";
import { TravelGrantRow } from "../store/travel-grant.row.ts";
import { moveTravelGrant, type TravelGrantMoveInput } from "./travel-grant-move.ts";

export const travelGrantCancel = defineAction<TravelGrantMoveInput, TravelGrantRow>({
  name: "travelGrantCancel",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: TravelGrantRow,
  apply: (input, work) => moveTravelGrant(input, TravelGrantState.CANCELLED, {}, work),
});
