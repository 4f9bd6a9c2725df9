/** Turn pairing on: the person lets their profile be compared with what employers look for. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { findOpen } from "./files.ts";

@InputType({ description: "A participant who turns pairing on or off." })
export class PasserellePairingChoiceInput extends ChangeInput {
  @Field(() => ID, { description: "The participant, whose file is open." })
  participantId: string;
}

export const pairingAllow = defineAction<PasserellePairingChoiceInput, ParticipantRow>({
  name: "passerellePairingAllow",
  roles: ["ADVISER", "SYSTEM"],
  row: ParticipantRow,
  async apply(input, work) {
    const file = await findOpen(work, input.participantId, "participantId");
    return work.save(ParticipantRow, { ...file, pairingSince: file.pairingSince ?? work.now });
  },
});
