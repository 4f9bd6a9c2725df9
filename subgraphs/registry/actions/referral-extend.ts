/** Extend a referral: the sender shares what it names for longer, or for less long. */
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { dayAfter, LONGEST_SHARED_DAYS } from "../domain/referral-kind.ts";
import { ReferralMove, ReferralSide } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { findMovable, moveReferral, REFERRAL_ROLES, ReferralMoveInput } from "./referral-move.ts";

@InputType({ description: "A referral to share for longer, or for less long." })
export class ReferralExtendInput extends ReferralMoveInput {
  @Field(() => DateScalar, {
    description: `The last day on which it opens the sections it names: from today to ${LONGEST_SHARED_DAYS} days ahead.`,
  })
  expiresOn: string;
}

export const referralExtend = defineAction<ReferralExtendInput, ReferralRow>({
  name: "referralExtend",
  roles: REFERRAL_ROLES,
  row: ReferralRow,
  async apply(input, work) {
    requireSharedDay(input.expiresOn, work.today);
    const movable = await findMovable(input, ReferralSide.SENDER, work);
    return moveReferral(movable, ReferralMove.EXTEND, work, {}, { expiresOn: input.expiresOn });
  },
});

/** @throws {Refusal} `OUT_OF_RANGE` for a day that has passed, or is too far ahead */
export function requireSharedDay(expiresOn: string, today: string): void {
  if (expiresOn < today || expiresOn > dayAfter(today, LONGEST_SHARED_DAYS))
    throw new Refusal(
      "OUT_OF_RANGE",
      `What is shared ends between today and ${dayAfter(today, LONGEST_SHARED_DAYS)}.`,
      "expiresOn",
    );
}
