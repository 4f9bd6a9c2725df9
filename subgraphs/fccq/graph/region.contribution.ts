/** What this organisation adds to a region: its open positions, its activities, and whether the programme targets it. */
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { PageArgs } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import type { FccqContext } from "../context.ts";
import { periodOn } from "../domain/period.ts";
import { ActivityConnection } from "./activity.type.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Region)
export class RegionContribution {
  @FieldResolver(() => Int, {
    nullable: true,
    description: "The positions open there; null when FCCQ cannot be reached.",
  })
  openPositions(@Root() region: Region, @Ctx() { load }: FccqContext) {
    return load.openPositionsOfRegion(region.code);
  }

  @FieldResolver(() => ActivityConnection, {
    nullable: true,
    description:
      "The activities of FCCQ's programme there, the latest first; null when FCCQ cannot be reached.",
  })
  activities(@Root() region: Region, @Args(() => PageArgs) page: PageArgs, @Ctx() { load }: FccqContext) {
    return load.activitiesOfRegion(region.code, page);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "Since when FCCQ's programme targets the region (région ciblée); null when it does not.",
  })
  async targetedSince(@Root() region: Region, @Ctx() { load, now }: FccqContext) {
    return periodOn(await load.targetingsOfRegion.load(region.code), dayInQuebec(now()))?.since;
  }
}
