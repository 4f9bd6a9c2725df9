/** Offers, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { FccqContext } from "../context.ts";
import { OFFER_MOVES, OfferState } from "../domain/offer.ts";
import { OfferRow } from "../store/offer.row.ts";
import { Candidate } from "./candidate.type.ts";
import { Match } from "./match.type.ts";
import { Offer, OfferConnection } from "./offer.type.ts";
import { Position } from "./position.type.ts";
import { WorkerFollowUp } from "./worker-follow-up.type.ts";

@Resolver(() => Offer)
export class OfferResolver {
  @StaffOnly("OFFICER", "SYSTEM")
  @Query(() => OfferConnection, { description: "The offers, the latest first. For FCCQ's staff." })
  offers(
    @Arg("state", () => OfferState, { nullable: true, description: "Only those in this state." })
    state: OfferState | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: FccqContext,
  ) {
    const query = manager
      .createQueryBuilder(OfferRow, "offer")
      .where(state ? "offer.state = :state" : "true", { state });
    return waves.track(
      keysetPage(
        query,
        [
          { property: "proposedOn", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @FieldResolver(() => [OfferState], { description: "What may follow its state." })
  nextStates(@Root() offer: Offer) {
    return OFFER_MOVES[offer.state];
  }

  @FieldResolver(() => Position, { nullable: true, description: "The position offered." })
  position(@Root() offer: Offer, @Ctx() { load }: FccqContext) {
    return load.position.load(offer.positionId);
  }

  @FieldResolver(() => Match, {
    nullable: true,
    description: "The match that it follows; null when the parties met without one.",
  })
  match(@Root() offer: Offer, @Ctx() { load }: FccqContext) {
    return offer.matchId && load.match.load(offer.matchId);
  }

  @FieldResolver(() => [WorkerFollowUp], {
    description: "What the person said of the job since, the latest first.",
  })
  followUps(@Root() offer: Offer, @Ctx() { load }: FccqContext) {
    return load.followUpsOfOffer.load(offer.id);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: Offer): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }
}
