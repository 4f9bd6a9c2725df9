/** Turn pairing off: no score is computed for the person any more, and those nobody decided on are set aside. */
import { defineAction } from "../../../platform/action.ts";
import { PairingState } from "../domain/event.ts";
import { PairingRow } from "../store/pairing.row.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import type { PasserellePairingChoiceInput } from "./pairing-allow.ts";

export const pairingStop = defineAction<PasserellePairingChoiceInput, ParticipantRow>({
  name: "passerellePairingStop",
  roles: ["ADVISER", "SYSTEM"],
  row: ParticipantRow,
  async apply(input, { find, save, manager, viewer, now }) {
    const file = await find(ParticipantRow, input.participantId, "participantId");
    await manager.update(
      PairingRow,
      { registrationId: file.registrationId, state: PairingState.PROPOSED },
      {
        state: PairingState.SET_ASIDE,
        decidedBy: viewer.subject,
        decidedAt: now,
        decisionReason: "The person turned pairing off.",
      },
    );
    return save(ParticipantRow, { ...file, pairingSince: null });
  },
});
