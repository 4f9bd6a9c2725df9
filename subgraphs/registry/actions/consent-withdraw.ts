/** Withdraw a consent: from the next request on, it opens nothing. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { findOwnOrInCircle } from "../store/circle.ts";
import { ConsentRow } from "../store/consent.row.ts";

@InputType({ description: "A consent to withdraw." })
export class ConsentWithdrawInput extends ChangeInput {
  @Field(() => ID, { description: "The consent." })
  consentId: string;
}

export const consentWithdraw = defineAction<ConsentWithdrawInput, ConsentRow>({
  name: "consentWithdraw",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "CANDIDATE"],
  row: ConsentRow,
  async apply(input, work) {
    const { find, save, viewer, now } = work;
    const consent = await find(ConsentRow, input.consentId, "consentId");
    await findOwnOrInCircle(work, consent.candidateId, "consentId");
    if (!consent.given)
      throw new Refusal(
        "WRONG_STATE",
        "A refusal is not withdrawn: record what the person agrees to now.",
        "consentId",
      );
    if (consent.withdrawnAt)
      throw new Refusal("WRONG_STATE", "This consent was withdrawn before.", "consentId");
    return save(ConsentRow, { ...consent, withdrawnAt: now, withdrawnBy: viewer.subject });
  },
});
