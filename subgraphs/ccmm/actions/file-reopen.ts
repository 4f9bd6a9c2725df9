/** Reopen a closed file: the person comes back, and goes on where they stood. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { eligibility } from "../domain/eligibility.ts";
import { JourneyEntryKind } from "../domain/step.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { record } from "./files.ts";

@InputType({ description: "A file to reopen." })
export class PasserelleFileReopenInput extends ChangeInput {
  @Field(() => ID, { description: "The participant, whose file is closed." })
  participantId: string;
}

export const fileReopen = defineAction<PasserelleFileReopenInput, ParticipantRow>({
  name: "passerelleFileReopen",
  roles: ["ADVISER"],
  row: ParticipantRow,
  async apply(input, work) {
    const file = await work.find(ParticipantRow, input.participantId, "participantId");
    if (file.closedOn === null) throw new Refusal("WRONG_STATE", "This file is open.", "participantId");
    if (!eligibility(file.status, file.postalArea).eligible)
      throw new Refusal(
        "WRONG_STATE",
        "The person is not eligible by their answers; revise the questionnaire first.",
        "participantId",
      );
    await record(work, [file.registrationId], JourneyEntryKind.REOPENED, file.step);
    return work.save(ParticipantRow, { ...file, closedOn: null, closingReason: null, regionCode: null });
  },
});
