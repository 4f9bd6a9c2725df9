/** Link two registrations: a human says that they are one person. */
import { InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { IdentityOutcome } from "../domain/identity/index.ts";
import { IdentityDecisionRow } from "../store/identity-decision.row.ts";
import { declaredDifferent, writeDecision } from "../store/identity-decisions.ts";
import { regroup } from "../store/identity-groups.ts";
import { DECIDERS, findBoth, TwoRegistrationsInput } from "./identity-decision.ts";

@InputType({ description: "Two registrations that are one person." })
export class RegistrationsLinkInput extends TwoRegistrationsInput {}

export const registrationsLink = defineAction<RegistrationsLinkInput, IdentityDecisionRow>({
  name: "registrationsLink",
  roles: DECIDERS,
  row: IdentityDecisionRow,
  async apply(input, work) {
    const { manager, viewer, now } = work;
    const [one, other] = await findBoth(input, work);
    if (one.candidateId === other.candidateId)
      throw new Refusal("WRONG_STATE", "The two are one candidate already.", "otherRegistrationId");
    if (await declaredDifferent(manager, [one.candidateId, other.candidateId])) {
      throw new Refusal(
        "CONFLICT",
        "These were declared to be two persons. Take that decision back first, if it was wrong.",
        "otherRegistrationId",
      );
    }
    const pair = [one.id, other.id] as const;
    const decision = await writeDecision(
      manager,
      IdentityOutcome.LINKED,
      { pair, by: viewer, reason: input.reason },
      now,
    );
    await regroup(manager, pair, now);
    return decision;
  },
});
