/** Complete a referral, with what came of it. */
import { IsEnum, IsOptional, Length } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { ReferralOutcome } from "../domain/referral-end.ts";
import { ReferralMove, ReferralSide } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { requireWords } from "./referral-decline.ts";
import { findMovable, moveReferral, REFERRAL_ROLES, ReferralMoveInput } from "./referral-move.ts";

@InputType({ description: "A referral that is done." })
export class ReferralCompleteInput extends ReferralMoveInput {
  @Field(() => ReferralOutcome, { description: "What came of it." })
  @IsEnum(ReferralOutcome)
  outcome: ReferralOutcome;

  @Field(() => String, {
    nullable: true,
    description: "The same in words, at most 2,000 characters; needed when the outcome is OTHER.",
  })
  @IsOptional()
  @Length(1, 2000)
  words?: string | null;
}

export const referralComplete = defineAction<ReferralCompleteInput, ReferralRow>({
  name: "referralComplete",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  async apply(input, work) {
    const { outcome: reason, words = null } = input;
    requireWords({ reason, words });
    const movable = await findMovable(input, ReferralSide.RECEIVER, work);
    const end = { endCode: reason, outcome: words };
    return moveReferral(movable, ReferralMove.COMPLETE, work, { reason, words }, end);
  },
});
