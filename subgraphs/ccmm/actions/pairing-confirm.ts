/** Confirm a pairing: an adviser presents the person to the employer at the event. */
import { defineAction } from "../../../platform/action.ts";
import { PairingState } from "../domain/event.ts";
import { PairingRow } from "../store/pairing.row.ts";
import { decide, type PasserellePairingDecisionInput } from "./pairing-decide.ts";

export const pairingConfirm = defineAction<PasserellePairingDecisionInput, PairingRow>({
  name: "passerellePairingConfirm",
  roles: ["ADVISER"],
  row: PairingRow,
  apply: (input, work) => decide(input, PairingState.CONFIRMED, work),
});
