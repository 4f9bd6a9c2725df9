/** Approve a travel grant: a person decides. */
import { defineAction } from "../../../platform/action.ts";
import { TravelGrantState } from "../domain/travel-grant.ts";
import { TravelGrantRow } from "../store/travel-grant.row.ts";
import { moveTravelGrant, type TravelGrantMoveInput } from "./travel-grant-move.ts";

export const travelGrantApprove = defineAction<TravelGrantMoveInput, TravelGrantRow>({
  name: "travelGrantApprove",
  roles: ["COUNSELLOR"],
  row: TravelGrantRow,
  apply: (input, work) =>
    moveTravelGrant(
      input,
      TravelGrantState.APPROVED,
      { decidedOn: work.today, decidedBy: work.viewer.subject },
      work,
    ),
});
