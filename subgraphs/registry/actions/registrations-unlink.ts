/** Take back a decision on two registrations: what stood before it stands again, exactly. */
import { IsUUID } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { canBeTakenBack } from "../domain/identity/index.ts";
import { IdentityDecisionRow } from "../store/identity-decision.row.ts";
import { heldOf, takeBack } from "../store/identity-decisions.ts";
import { regroup } from "../store/identity-groups.ts";
import { lockIdentity } from "../store/identity-locks.ts";
import { mayDecideOn } from "../store/identity-sight.ts";
import { DECIDERS, IdentityDecisionInput, notYours } from "./identity-decision.ts";

@InputType({ description: "A decision on two registrations to take back." })
export class RegistrationsUnlinkInput extends IdentityDecisionInput {
  @Field(() => ID, { description: "The link, or the declaration that the two are different." })
  @IsUUID()
  decisionId: string;
}

export const registrationsUnlink = defineAction<RegistrationsUnlinkInput, IdentityDecisionRow>({
  name: "registrationsUnlink",
  roles: DECIDERS,
  row: IdentityDecisionRow,
  async apply({ decisionId, reason }, { manager, viewer, now }) {
    await lockIdentity(manager);
    // Not `find`: it would lock a row that nobody may change.
    const decision = await manager.findOneBy(IdentityDecisionRow, { id: decisionId });
    const pair = decision && ([decision.oneId, decision.otherId] as const);
    if (!pair || !(await mayDecideOn(manager, pair, viewer, now))) throw notYours("decisionId");
    const held = await heldOf(manager, pair);
    if (held?.decisionId !== decisionId || !canBeTakenBack(decision.outcome))
      throw new Refusal("WRONG_STATE", "This decision holds no more, or is a question.", "decisionId");
    const taken = await takeBack(manager, decision, { by: viewer, reason }, now);
    await regroup(manager, pair, now);
    return taken;
  },
});
