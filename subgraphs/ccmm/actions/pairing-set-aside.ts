/** Set a pairing aside: an adviser has looked at it and does not follow the score; its interview is cancelled. */
import { defineAction } from "../../../platform/action.ts";
import { InterviewState, PairingState } from "../domain/event.ts";
import { InterviewRow } from "../store/interview.row.ts";
import { PairingRow } from "../store/pairing.row.ts";
import { decide, type PasserellePairingDecisionInput } from "./pairing-decide.ts";

export const pairingSetAside = defineAction<PasserellePairingDecisionInput, PairingRow>({
  name: "passerellePairingSetAside",
  roles: ["ADVISER"],
  row: PairingRow,
  async apply(input, work) {
    const pairing = await decide(input, PairingState.SET_ASIDE, work);
    await work.manager.update(
      InterviewRow,
      { pairingId: pairing.id, state: InterviewState.SCHEDULED },
      { state: InterviewState.CANCELLED },
    );
    return pairing;
  },
});
