/** A score sent to a human being, in the graph. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { MatchReviewOutcome } from "../domain/match-review.ts";

registerEnumType(MatchReviewOutcome, {
  name: "MatchReviewOutcome",
  description: "What a human being made of a score.",
  valuesConfig: {
    UPHELD: { description: "They uphold it (maintenu)." },
    OVERRIDDEN: { description: "They put their own in its place (remplacé)." },
  },
});

@ObjectType({
  description:
    "A score sent to a human being, who upholds or overrides it (révision; Law 25, automated decisions).",
})
export class MatchReview {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  requestedAt: Date;

  @Field(() => String, { description: "What the person has to say of the score." })
  requestReason: string;

  @Field(() => MatchReviewOutcome, {
    nullable: true,
    description: "What the human being made of it; null while they have not decided.",
  })
  outcome: MatchReviewOutcome | null;

  @Field(() => Int, {
    nullable: true,
    description: "The score that they put in its place, 0 to 100; null when they upheld it.",
  })
  overrideScore: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When they decided; null until then." })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Why, in their words." })
  decisionReason: string | null;

  matchId: string;
}

export const MatchReviewConnection = connectionOf(() => MatchReview, "MatchReview");
