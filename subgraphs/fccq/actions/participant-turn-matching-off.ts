/** Turn matching off for a participant, at the person's own word: nothing new is scored, nobody new is shown the profile. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ParticipantRow } from "../store/participant.row.ts";

@InputType({ description: "A participant who no longer lets their profile be matched." })
export class ParticipantTurnMatchingOffInput extends ChangeInput {
  @Field(() => ID, { description: "The participant, who asked for it." })
  participantId: string;
}

export const participantTurnMatchingOff = defineAction<ParticipantTurnMatchingOffInput, ParticipantRow>({
  name: "participantTurnMatchingOff",
  roles: ["OFFICER", "SYSTEM"],
  row: ParticipantRow,
  async apply(input, { find, save }) {
    const participant = await find(ParticipantRow, input.participantId, "participantId");
    if (!participant.matchingSince)
      throw new Refusal("WRONG_STATE", "Matching is off for this person already.", "participantId");
    return save(ParticipantRow, { ...participant, matchingSince: null });
  },
});
