/** Register a person: the questionnaire opens the file, at any time of the year. */
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import type { CcmmContext } from "../context.ts";
import { eligibility } from "../domain/eligibility.ts";
import { ClosingReason, JourneyEntryKind, Step } from "../domain/step.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { record } from "./files.ts";
import { answers, PasserelleQuestionnaireInput } from "./questionnaire.ts";

@InputType({ description: "A person to register, with the answers of the questionnaire." })
export class PasserelleRegisterInput extends PasserelleQuestionnaireInput {
  @Field(() => String, {
    description:
      "The registration's ticket (`Registration.ticket`), which proves that the registry knows it.",
  })
  ticket: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether the person lets themselves be paired with employers; off unless they do.",
  })
  pairing: boolean;
}

export const register = defineAction<PasserelleRegisterInput, ParticipantRow, CcmmContext>({
  name: "passerelleRegister",
  roles: ["ADVISER", "SYSTEM"],
  row: ParticipantRow,
  async apply(input, work, { readTicket }) {
    const { manager, viewer, today, now } = work;
    const registrationId = readTicket(input.ticket, viewer.organisation);
    if (!registrationId)
      throw new Refusal(
        "UNKNOWN_REFERENCE",
        "This is not the ticket of one of your registrations.",
        "ticket",
      );
    if (await manager.existsBy(ParticipantRow, { registrationId }))
      throw new Refusal("CONFLICT", "This registration has its file already.", "ticket");
    const answered = answers(input, today);
    const { eligible } = eligibility(answered.status, answered.postalArea);
    const file = await work.save(ParticipantRow, {
      ...answered,
      registrationId,
      id: uuid(),
      registeredOn: today,
      pairingSince: input.pairing ? now : null,
      pitch: null,
      pitchWrittenOn: null,
      adviserId: null,
      step: Step.QUESTIONNAIRE,
      stepSince: today,
      // Whoever is not eligible keeps a file that says why, so that they can be referred elsewhere.
      closedOn: eligible ? null : today,
      closingReason: eligible ? null : ClosingReason.NOT_ELIGIBLE,
      regionCode: null,
    });
    await record(work, [registrationId], JourneyEntryKind.ENTERED, Step.QUESTIONNAIRE);
    if (!eligible)
      await record(
        work,
        [registrationId],
        JourneyEntryKind.CLOSED,
        Step.QUESTIONNAIRE,
        ClosingReason.NOT_ELIGIBLE,
      );
    return file;
  },
});
