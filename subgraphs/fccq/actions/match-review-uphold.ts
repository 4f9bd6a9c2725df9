/** Uphold a score: a human being has looked at it and agrees. */
import { defineAction } from "../../../platform/action.ts";
import { MatchReviewOutcome } from "../domain/match-review.ts";
import { MatchReviewRow } from "../store/match-review.row.ts";
import { decideReview, type MatchReviewDecisionInput } from "./match-review-decide.ts";

export const matchReviewUphold = defineAction<MatchReviewDecisionInput, MatchReviewRow>({
  name: "matchReviewUphold",
  roles: ["OFFICER"],
  row: MatchReviewRow,
  apply: (input, work) => decideReview(input, MatchReviewOutcome.UPHELD, null, work),
});
