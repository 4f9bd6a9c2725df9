/** Cancel a referral: the sender takes it back before it is answered, with the reason. */
import { IsEnum, IsOptional, Length } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { ReferralCancelReason } from "../domain/referral-end.ts";
import { ReferralMove, ReferralSide } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { requireWords } from "./referral-decline.ts";
import { findMovable, moveReferral, REFERRAL_ROLES, ReferralMoveInput } from "./referral-move.ts";

@InputType({ description: "A referral to take back." })
export class ReferralCancelInput extends ReferralMoveInput {
  @Field(() => ReferralCancelReason, { description: "Why." })
  @IsEnum(ReferralCancelReason)
  reason: ReferralCancelReason;

  @Field(() => String, {
    nullable: true,
    description: "The same in words, at most 2,000 characters; needed when the reason is OTHER.",
  })
  @IsOptional()
  @Length(1, 2000)
  words?: string | null;
}

export const referralCancel = defineAction<ReferralCancelInput, ReferralRow>({
  name: "referralCancel",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  async apply(input, work) {
    requireWords(input);
    const { reason, words = null } = input;
    const movable = await findMovable(input, ReferralSide.SENDER, work);
    const end = { endCode: reason, outcome: words };
    return moveReferral(movable, ReferralMove.CANCEL, work, { reason, words }, end);
  },
});
