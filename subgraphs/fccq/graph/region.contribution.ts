/** What this organisation adds to a region: its open positions, and whether the programme targets it. */
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { FccqContext } from "../context.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Region)
export class RegionContribution {
  @FieldResolver(() => Int, {
    nullable: true,
    description: "The positions open there; null when FCCQ cannot be reached.",
  })
  openPositions(@Root() region: Region, @Ctx() { load }: FccqContext) {
    return load.openPositionsOfRegion.load(region.code);
  }
}
