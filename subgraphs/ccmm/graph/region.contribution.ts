/** What this organisation adds to a region: how many left the island of Montréal for it. */
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { publishedCount } from "../../../platform/suppress.ts";
import type { CcmmContext } from "../context.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Region)
export class RegionContribution {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "The people who left Passerelle sectorielle to settle there; null for fewer than five, or when CCMM cannot be reached.",
  })
  async settledFromPasserelle(@Root() region: Region, @Ctx() { load, now }: CcmmContext) {
    const departures = await load.history.departures();
    return publishedCount(
      departures.filter(({ key }) => key === region.code),
      "0001-01-01",
      dayInQuebec(now()),
    );
  }
}
