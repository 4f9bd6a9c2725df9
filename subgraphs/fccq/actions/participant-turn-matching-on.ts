/** Turn matching on for a participant, at the person's own word. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ParticipantRow } from "../store/participant.row.ts";

@InputType({ description: "A participant who lets their profile be matched." })
export class ParticipantTurnMatchingOnInput extends ChangeInput {
  @Field(() => ID, { description: "The participant, who asked for it." })
  participantId: string;
}

export const participantTurnMatchingOn = defineAction<ParticipantTurnMatchingOnInput, ParticipantRow>({
  name: "participantTurnMatchingOn",
  roles: ["OFFICER", "SYSTEM"],
  row: ParticipantRow,
  async apply(input, { find, save, now }) {
    const participant = await find(ParticipantRow, input.participantId, "participantId");
    if (participant.matchingSince)
      throw new Refusal("WRONG_STATE", "Matching is on for this person already.", "participantId");
    return save(ParticipantRow, { ...participant, matchingSince: now });
  },
});
