/** What this organisation adds to a region: who moved there with EER, and whether EER covers it. */
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { largeEnough } from "../../../platform/suppress.ts";
import type { EerContext } from "../context.ts";
import { isCovered } from "../domain/coverage.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Region)
export class RegionContribution {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "The households that EER helped to move there and that live there now; null for fewer than five, and when EER cannot be reached.",
  })
  async settledHouseholds(@Root() region: Region, @Ctx() { load }: EerContext) {
    return largeEnough(await load.householdsLivingInRegion(region.code));
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "Whether EER helps households to move there; null when EER cannot be reached.",
  })
  async coveredByEer(@Root() region: Region, @Ctx() { load, now }: EerContext) {
    return isCovered(await load.coveredRegion(region.code), dayInQuebec(now()));
  }
}
