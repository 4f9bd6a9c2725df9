/** Positions, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { FccqContext } from "../context.ts";
import { POSITION_MOVES, PositionState } from "../domain/position.ts";
import { PositionRow } from "../store/position.row.ts";
import { Business } from "./business.type.ts";
import { MatchConnection } from "./match.type.ts";
import { OfferConnection } from "./offer.type.ts";
import { filterPositions, PositionFilter } from "./position.filter.ts";
import { Position, PositionConnection } from "./position.type.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Position)
export class PositionResolver {
  @Query(() => PositionConnection, { description: "The positions, the latest first." })
  positions(
    @Arg("filter", () => PositionFilter, { nullable: true }) filter: PositionFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: FccqContext,
  ) {
    const query = filterPositions(manager.createQueryBuilder(PositionRow, "position"), filter);
    return waves.track(
      keysetPage(
        query,
        [
          { property: "openedOn", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @Query(() => Position, { nullable: true, description: "A position by its id; null when unknown." })
  position(@Arg("id", () => ID) id: string, @Ctx() { load }: FccqContext) {
    return load.position.load(id);
  }

  @FieldResolver(() => [PositionState], { description: "What may follow its state." })
  nextStates(@Root() position: Position) {
    return POSITION_MOVES[position.state];
  }

  @FieldResolver(() => Region, { description: "The region of the workplace." })
  region(@Root() position: Position): Region {
    return { code: position.regionCode };
  }

  @FieldResolver(() => Business, { nullable: true, description: "The business that hires." })
  business(@Root() position: Position, @Ctx() { load }: FccqContext) {
    return load.business.load(position.businessId);
  }

  @StaffOnly("OFFICER", "SYSTEM")
  @FieldResolver(() => MatchConnection, {
    nullable: true,
    description: "Its matches, the best score first; null for anyone but FCCQ's staff.",
  })
  matches(@Root() position: Position, @Args(() => PageArgs) page: PageArgs, @Ctx() { load }: FccqContext) {
    return load.matchesOfPosition(position.id, page);
  }

  @StaffOnly("OFFICER", "SYSTEM")
  @FieldResolver(() => OfferConnection, {
    nullable: true,
    description: "The offers of it, the latest first; null for anyone but FCCQ's staff.",
  })
  offers(@Root() position: Position, @Args(() => PageArgs) page: PageArgs, @Ctx() { load }: FccqContext) {
    return load.offersOfPosition(position.id, page);
  }
}
