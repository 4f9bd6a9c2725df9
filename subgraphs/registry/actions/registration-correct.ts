/** Correct a registration: what the organisation declares from now on stands beside what it declared before. */
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { keyed } from "../domain/identity/index.ts";
import { askAgain, awaitTurn } from "../store/identify.ts";
import { RegistrationCorrectionRow } from "../store/registration-correction.row.ts";
import { RegistrationRow } from "../store/registration.row.ts";
import { declaredBy, DeclarationInput } from "./declaration.ts";

@InputType({
  description:
    "A registration to correct. Give every value as it should stand: what is not given is declared unknown.",
})
export class RegistrationCorrectInput extends DeclarationInput {
  @Field(() => ID, { description: "Your own registration of the person." })
  registrationId: string;
}

export const registrationCorrect = defineAction<RegistrationCorrectInput, RegistrationRow>({
  name: "registrationCorrect",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "SYSTEM"],
  row: RegistrationRow,
  async apply(input, { find, save, viewer, now, today, manager }) {
    const declared = declaredBy(input);
    const own = { organisationCode: viewer.organisation };
    await awaitTurn(manager, declared);
    const registration = await find(RegistrationRow, input.registrationId, "registrationId", own);
    await save(RegistrationCorrectionRow, {
      ...declared,
      id: uuid(),
      registrationId: registration.id,
      declaredOn: today,
      recordedAt: now,
      recordedBy: viewer.subject,
    });
    await manager.update(RegistrationRow, registration.id, keyed(declared));
    const { id: registrationId, candidateId } = registration;
    await askAgain(manager, { registrationId, candidateId, declared }, now);
    return registration;
  },
});
