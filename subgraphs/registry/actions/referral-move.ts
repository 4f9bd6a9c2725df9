/** Move a referral: only its own side makes each move, and an end says why. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import type { Role } from "../../../platform/passport.ts";
import { MOVED_BY, REFERRAL_MOVES, type ReferralState } from "../domain/referral.ts";
import { ReferralRow } from "../store/referral.row.ts";

@InputType({ description: "A referral to move on." })
export class ReferralMoveInput extends ChangeInput {
  @Field(() => ID, { description: "The referral." })
  referralId: string;
}

@InputType({ description: "A referral to end." })
export class ReferralEndInput extends ReferralMoveInput {
  @Field(() => String, { description: "Why, or what came of it; at most 2,000 characters." })
  @IsNotEmpty()
  @MaxLength(2000)
  outcome: string;
}

export const REFERRAL_ROLES: readonly Role[] = ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "SYSTEM"];

const SIDE_COLUMN = { SENDER: "fromOrganisation", RECEIVER: "toOrganisation" } as const;

/** The referral moved to `to`, if the caller is on the side that makes this move. */
export async function moveReferral(
  input: ReferralMoveInput,
  to: ReferralState,
  work: Work,
  outcome: string | null = null,
): Promise<ReferralRow> {
  const { find, save, viewer, now } = work;
  const side = MOVED_BY[to] === "SENDER" ? SIDE_COLUMN.SENDER : SIDE_COLUMN.RECEIVER;
  const referral = await find(ReferralRow, input.referralId, "referralId", { [side]: viewer.organisation });
  const state = move(REFERRAL_MOVES, referral.state, to, "referralId");
  return save(ReferralRow, {
    ...referral,
    state,
    stateSince: now,
    stateBy: viewer.subject,
    outcome: outcome ?? referral.outcome,
  });
}
