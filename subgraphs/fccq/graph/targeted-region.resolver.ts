/** The regions that the programme targets. */
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { FccqContext } from "../context.ts";
import { TargetedRegionRow } from "../store/targeted-region.row.ts";
import { Region } from "./region.type.ts";
import { TargetedRegion } from "./targeted-region.type.ts";

@Resolver(() => TargetedRegion)
export class TargetedRegionResolver {
  @Query(() => [TargetedRegion], {
    description: "The regions that the programme targets or has targeted, by code and then in order of time.",
  })
  targetedRegions(@Ctx() { manager, waves }: FccqContext) {
    return waves.track(manager.find(TargetedRegionRow, { order: { regionCode: "ASC", since: "ASC" } }));
  }

  @FieldResolver(() => Region, { description: "The region." })
  region(@Root() targeted: TargetedRegion): Region {
    return { code: targeted.regionCode };
  }
}
