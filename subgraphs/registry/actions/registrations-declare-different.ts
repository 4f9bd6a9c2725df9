/** Declare two registrations different: a human says that they are two persons, and nobody asks again. */
import { InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { IdentityOutcome } from "../domain/identity/index.ts";
import { IdentityDecisionRow } from "../store/identity-decision.row.ts";
import { heldOf, writeDecision } from "../store/identity-decisions.ts";
import { DECIDERS, findBoth, TwoRegistrationsInput } from "./identity-decision.ts";

@InputType({ description: "Two registrations that are two persons." })
export class RegistrationsDeclareDifferentInput extends TwoRegistrationsInput {}

export const registrationsDeclareDifferent = defineAction<
  RegistrationsDeclareDifferentInput,
  IdentityDecisionRow
>({
  name: "registrationsDeclareDifferent",
  roles: DECIDERS,
  row: IdentityDecisionRow,
  async apply(input, work) {
    const { manager, viewer, now } = work;
    const [one, other] = await findBoth(input, work);
    if (one.candidateId === other.candidateId) {
      throw new Refusal(
        "WRONG_STATE",
        "The two are one candidate. Take back the link between them first.",
        "otherRegistrationId",
      );
    }
    const pair = [one.id, other.id] as const;
    const held = await heldOf(manager, pair);
    if (held?.state === IdentityOutcome.DECLARED_DIFFERENT)
      throw new Refusal("WRONG_STATE", "The two were declared different already.", "otherRegistrationId");
    const decided = { pair, by: viewer, reason: input.reason };
    return writeDecision(manager, IdentityOutcome.DECLARED_DIFFERENT, decided, now);
  },
});
