/** Decide on a score as a human being. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import type { MatchReviewOutcome } from "../domain/match-review.ts";
import { MatchReviewRow } from "../store/match-review.row.ts";

@InputType({ description: "What a human being makes of a score." })
export class MatchReviewDecisionInput extends ChangeInput {
  @Field(() => ID, { description: "The review, which waits for a decision." })
  reviewId: string;

  @Field(() => String, { description: "Why, in words; at most 1,000 characters. The person may read it." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

/** The review with the caller's decision. @throws {Refusal} `WRONG_STATE` when it was decided before. */
export async function decideReview(
  input: MatchReviewDecisionInput,
  outcome: MatchReviewOutcome,
  overrideScore: number | null,
  { find, save, viewer, now }: Work,
): Promise<MatchReviewRow> {
  const review = await find(MatchReviewRow, input.reviewId, "reviewId");
  if (review.outcome !== null)
    throw new Refusal("WRONG_STATE", "This review is decided; ask for another one.", "reviewId");
  return save(MatchReviewRow, {
    ...review,
    outcome,
    overrideScore,
    decidedAt: now,
    decidedBy: viewer.subject,
    decisionReason: input.reason,
  });
}
