/** Answer the questionnaire again: a new address, a new status, other skills. */
import { Field, ID, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { eligibility } from "../domain/eligibility.ts";
import { ClosingReason } from "../domain/step.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { close } from "./file-close.ts";
import { answers, PasserelleQuestionnaireInput } from "./questionnaire.ts";

@InputType({ description: "The questionnaire, answered again." })
export class PasserelleQuestionnaireReviseInput extends PasserelleQuestionnaireInput {
  @Field(() => ID, { description: "The participant; the file may be closed." })
  participantId: string;
}

export const questionnaireRevise = defineAction<PasserelleQuestionnaireReviseInput, ParticipantRow>({
  name: "passerelleQuestionnaireRevise",
  roles: ["ADVISER", "SYSTEM"],
  row: ParticipantRow,
  async apply(input, work) {
    const before = await work.find(ParticipantRow, input.participantId, "participantId");
    const file = await work.save(ParticipantRow, { ...before, ...answers(input, work.today) });
    const { eligible } = eligibility(file.status, file.postalArea);
    return eligible || file.closedOn !== null ? file : close(work, file, ClosingReason.NOT_ELIGIBLE, null);
  },
});
