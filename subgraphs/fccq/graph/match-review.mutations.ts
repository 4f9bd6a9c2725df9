/** The changes of the reviews of scores. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { MatchReviewDecisionInput } from "../actions/match-review-decide.ts";
import { matchReviewOverride, MatchReviewOverrideInput } from "../actions/match-review-override.ts";
import { matchReviewRequest, MatchReviewRequestInput } from "../actions/match-review-request.ts";
import { matchReviewUphold } from "../actions/match-review-uphold.ts";
import type { FccqContext } from "../context.ts";
import { MatchReview } from "./match-review.type.ts";

const MatchReviewRequestPayload = payloadOf("MatchReviewRequest", "review", () => MatchReview);
const MatchReviewUpholdPayload = payloadOf("MatchReviewUphold", "review", () => MatchReview);
const MatchReviewOverridePayload = payloadOf("MatchReviewOverride", "review", () => MatchReview);

@Resolver()
export class MatchReviewMutations {
  @Mutation(() => MatchReviewRequestPayload, {
    description: "Sends a score to a human being. For FCCQ's officers.",
  })
  matchReviewRequest(@Arg("input") input: MatchReviewRequestInput, @Ctx() context: FccqContext) {
    return payload("review", matchReviewRequest, input, context);
  }

  @Mutation(() => MatchReviewUpholdPayload, {
    description: "A human being upholds a score. For FCCQ's officers.",
  })
  matchReviewUphold(@Arg("input") input: MatchReviewDecisionInput, @Ctx() context: FccqContext) {
    return payload("review", matchReviewUphold, input, context);
  }

  @Mutation(() => MatchReviewOverridePayload, {
    description: "A human being puts their own score in the place of the computed one. For FCCQ's officers.",
  })
  matchReviewOverride(@Arg("input") input: MatchReviewOverrideInput, @Ctx() context: FccqContext) {
    return payload("review", matchReviewOverride, input, context);
  }
}
