/** Scores sent to a human being, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { FccqContext } from "../context.ts";
import { MatchReviewRow } from "../store/match-review.row.ts";
import { MatchReview, MatchReviewConnection } from "./match-review.type.ts";
import { Match } from "./match.type.ts";

@Resolver(() => MatchReview)
export class MatchReviewResolver {
  @StaffOnly("OFFICER", "SYSTEM")
  @Query(() => MatchReviewConnection, {
    description: "The scores sent to a human being, the longest waiting first. For FCCQ's staff.",
  })
  matchReviews(
    @Arg("waiting", () => Boolean, {
      nullable: true,
      description: "Only those that still wait for a decision.",
    })
    waiting: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: FccqContext,
  ) {
    const query = manager
      .createQueryBuilder(MatchReviewRow, "review")
      .where(waiting ? "review.decidedAt is null" : "true");
    return waves.track(
      keysetPage(
        query,
        [
          { property: "requestedAt", direction: "ASC" },
          { property: "id", direction: "ASC" },
        ],
        page,
      ),
    );
  }

  @FieldResolver(() => Match, { nullable: true, description: "The match." })
  match(@Root() review: MatchReview, @Ctx() { load }: FccqContext) {
    return load.match.load(review.matchId);
  }
}
