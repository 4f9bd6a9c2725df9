/** Decline a referral, with the reason. */
import { IsEnum, IsOptional, Length } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ReferralDeclineReason } from "../domain/referral-end.ts";
import { ReferralMove, ReferralSide } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { findMovable, moveReferral, REFERRAL_ROLES, ReferralMoveInput } from "./referral-move.ts";

@InputType({ description: "A referral to decline, or to give back." })
export class ReferralDeclineInput extends ReferralMoveInput {
  @Field(() => ReferralDeclineReason, { description: "Why." })
  @IsEnum(ReferralDeclineReason)
  reason: ReferralDeclineReason;

  @Field(() => String, {
    nullable: true,
    description: "The same in words, at most 2,000 characters; needed when the reason is OTHER.",
  })
  @IsOptional()
  @Length(1, 2000)
  words?: string | null;
}

export const referralDecline = defineAction<ReferralDeclineInput, ReferralRow>({
  name: "referralDecline",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  async apply(input, work) {
    requireWords(input);
    const { reason, words = null } = input;
    const movable = await findMovable(input, ReferralSide.RECEIVER, work);
    const end = { endCode: reason, outcome: words };
    return moveReferral(movable, ReferralMove.DECLINE, work, { reason, words }, end);
  },
});

/** @throws {Refusal} `REQUIRED` when something else than what the list knows is not said in words */
export function requireWords({ reason, words }: { reason: string; words?: string | null }): void {
  if (reason === "OTHER" && !words)
    throw new Refusal("REQUIRED", "Say in words what OTHER stands for.", "words");
}
