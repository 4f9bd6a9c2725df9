/** Matches, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { FccqContext } from "../context.ts";
import { HOLDING, MATCH_MOVES, MatchState } from "../domain/match.ts";
import { MatchRow } from "../store/match.row.ts";
import { Candidate } from "./candidate.type.ts";
import { Interview } from "./interview.type.ts";
import { MatchReview } from "./match-review.type.ts";
import { Match, MatchConnection } from "./match.type.ts";
import { Position } from "./position.type.ts";

/** Another employer holds the person: by a match, or by an offer that they accepted and that has not ended. */
const IS_HELD_ELSEWHERE = `(
  exists (select from match as other where other.registration_id = match.registration_id and other.id <> match.id
    and other.state = any(:holding))
  or exists (select from offer where offer.registration_id = match.registration_id
    and offer.position_id <> match.position_id and offer.state = 'ACCEPTED' and offer.ended_on is null))`;

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

  @StaffOnly("OFFICER", "SYSTEM")
  @Query(() => MatchConnection, {
    description:
      "The invitations of people whom another employer has retained, or who accepted an offer elsewhere, the latest first: each is to be set aside, or was meant. For FCCQ's staff.",
  })
  conflictingInvitations(@Args(() => PageArgs) page: PageArgs, @Ctx() { manager, waves }: FccqContext) {
    const query = manager
      .createQueryBuilder(MatchRow, "match")
      .where("match.state = :invited", { invited: MatchState.INVITED })
      .andWhere(IS_HELD_ELSEWHERE, { holding: HOLDING });
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

  @FieldResolver(() => [Match], {
    description:
      "While this employer holds the person (retained, or continuing on their own): where else the person is invited still, the latest first. Empty otherwise.",
  })
  async invitedElsewhere(@Root() match: Match, @Ctx() { load }: FccqContext) {
    if (!HOLDING.includes(match.state)) return [];
    const all = await load.matchesOfRegistration.load(match.registrationId);
    return all.filter(({ id, state }) => id !== match.id && state === MatchState.INVITED);
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
