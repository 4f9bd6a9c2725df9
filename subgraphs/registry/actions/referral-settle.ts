/** Settle a referral that came back: the sender says what they did about it. */
import { IsEnum } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { nextForSender, ReferralNextStep, UNSETTLED_STATES } from "../domain/referral-end.ts";
import { ReferralSide, stateOn } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { findMovable, REFERRAL_ROLES, ReferralMoveInput } from "./referral-move.ts";

@InputType({ description: "A referral that came back, and what was done about it." })
export class ReferralSettleInput extends ReferralMoveInput {
  @Field(() => ReferralNextStep, { description: "What you did: one of the referral's `nextForSender`." })
  @IsEnum(ReferralNextStep)
  step: ReferralNextStep;
}

export const referralSettle = defineAction<ReferralSettleInput, ReferralRow>({
  name: "referralSettle",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  async apply(input, work) {
    const { referral } = await findMovable(input, ReferralSide.SENDER, work);
    const state = stateOn(referral, work.today);
    if (!UNSETTLED_STATES.includes(state))
      throw new Refusal(
        "WRONG_STATE",
        `This referral is ${state}: it did not come back to you.`,
        "referralId",
      );
    const steps = nextForSender(state, referral.endCode);
    if (!steps.includes(input.step))
      throw new Refusal("OUT_OF_RANGE", `What may be done is ${steps.join(", ")}.`, "step");
    return work.save(ReferralRow, { ...referral, settledAt: work.now, settledAs: input.step });
  },
});
