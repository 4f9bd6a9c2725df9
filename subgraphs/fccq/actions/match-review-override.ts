/** Override a score: a human being puts their own in its place, and that one counts. */
import { Max, Min } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { MatchReviewOutcome } from "../domain/match-review.ts";
import { MatchReviewRow } from "../store/match-review.row.ts";
import { MatchRow } from "../store/match.row.ts";
import { decideReview, MatchReviewDecisionInput } from "./match-review-decide.ts";

@InputType({ description: "A score to put in the place of the computed one." })
export class MatchReviewOverrideInput extends MatchReviewDecisionInput {
  @Field(() => Int, { description: "The score that counts from now on, 0 to 100." })
  @Min(0)
  @Max(100)
  score: number;
}

export const matchReviewOverride = defineAction<MatchReviewOverrideInput, MatchReviewRow>({
  name: "matchReviewOverride",
  roles: ["OFFICER"],
  row: MatchReviewRow,
  async apply(input, work) {
    const review = await decideReview(input, MatchReviewOutcome.OVERRIDDEN, input.score, work);
    const match = await work.find(MatchRow, review.matchId, "reviewId");
    await work.save(MatchRow, { ...match, overrideScore: input.score, standing: input.score });
    return review;
  },
});
