/** A travel grant was paid. */
import { defineAction } from "../../../platform/action.ts";
import { TravelGrantState } from "../domain/travel-grant.ts";
import { TravelGrantRow } from "../store/travel-grant.row.ts";
import { moveTravelGrant, type TravelGrantMoveInput } from "./travel-grant-move.ts";

export const travelGrantPay = defineAction<TravelGrantMoveInput, TravelGrantRow>({
  name: "travelGrantPay",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: TravelGrantRow,
  apply: (input, work) => moveTravelGrant(input, TravelGrantState.PAID, { paidOn: work.today }, work),
});
