/** Matches, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { FccqContext } from "../context.ts";
import { MATCH_MOVES, MatchState } from "../domain/match.ts";
import { MatchRow } from "../store/match.row.ts";
import { Candidate } from "./candidate.type.ts";
import { Interview } from "./interview.type.ts";
import { MatchReview } from "./match-review.type.ts";
import { Match, MatchConnection } from "./match.type.ts";
import { Position } from "./position.type.ts";

@Resolver(() => Match)
export class MatchResolver {
  @StaffOnly("OFFICER", "SYSTEM")
  @Query(() => MatchConnection, { description: "The matches, the latest first. For FCCQ's staff." })
  matches(
    @Arg("state", () => MatchState, { nullable: true, description: "Only those in this state." })
    state: MatchState | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: FccqContext,
  ) {
    const query = manager
      .createQueryBuilder(MatchRow, "match")
      .where(state ? "match.state = :state" : "true", { state });
    return waves.track(
      keysetPage(
        query,
        [
          { property: "computedAt", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @FieldResolver(() => [MatchState], { description: "What may follow its state." })
  nextStates(@Root() match: Match) {
    return MATCH_MOVES[match.state];
  }

  @FieldResolver(() => [Interview], { description: "Its interviews, the latest first." })
  interviews(@Root() match: Match, @Ctx() { load }: FccqContext) {
    return load.interviewsOfMatch.load(match.id);
  }

  @FieldResolver(() => [MatchReview], {
    description: "When its score was sent to a human being, and what they made of it; the latest first.",
  })
  reviews(@Root() match: Match, @Ctx() { load }: FccqContext) {
    return load.reviewsOfMatch.load(match.id);
  }

  @FieldResolver(() => Position, { nullable: true, description: "The position." })
  position(@Root() match: Match, @Ctx() { load }: FccqContext) {
    return load.position.load(match.positionId);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: Match): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }
}
