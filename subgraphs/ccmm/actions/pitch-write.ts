/** Write the pitch: the person's own words to employers, from the training « Candidature vidéo ». */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { findOpen } from "./files.ts";

@InputType({ description: "A pitch to write, or to write again." })
export class PasserellePitchWriteInput extends ChangeInput {
  @Field(() => ID, { description: "The participant, whose file is open." })
  participantId: string;

  @Field(() => String, { description: "The pitch (argumentaire éclair); at most 1,500 characters." })
  @IsNotEmpty()
  @MaxLength(1500)
  pitch: string;
}

export const pitchWrite = defineAction<PasserellePitchWriteInput, ParticipantRow>({
  name: "passerellePitchWrite",
  roles: ["ADVISER", "SYSTEM"],
  row: ParticipantRow,
  async apply(input, work) {
    const file = await findOpen(work, input.participantId, "participantId");
    return work.save(ParticipantRow, { ...file, pitch: input.pitch, pitchWrittenOn: work.today });
  },
});
