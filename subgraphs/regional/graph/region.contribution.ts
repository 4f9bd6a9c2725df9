/** What the regional partners add to a region: who they are, what it is like to live there, and how many they can receive. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RegionalContext } from "../context.ts";
import { capacityAhead, monthOf, standingOffers } from "../domain/capacity.ts";
import { partnersCovering } from "../domain/partner.ts";
import { RegionProfile } from "./region-profile.type.ts";
import { Region } from "./region.type.ts";
import { RegionalPartner } from "./regional-partner.type.ts";
import { WelcomeCapacity } from "./welcome-capacity.type.ts";

@Resolver(() => Region)
export class RegionContribution {
  @FieldResolver(() => [RegionalPartner], {
    nullable: true,
    description:
      "The partners that cover it today (partenaires régionaux); null when the regional partners cannot be reached.",
  })
  async partners(@Root() region: Region, @Ctx() { load, today }: RegionalContext) {
    const [partners, coverages] = await Promise.all([load.partners(), load.coverages()]);
    const covering = partnersCovering(coverages, region.code, today);
    return partners.filter(({ code }) => covering.includes(code));
  }

  @FieldResolver(() => RegionProfile, {
    nullable: true,
    description:
      "What it is like to live there (portrait de la région); null when the regional partners cannot be reached.",
  })
  profile(@Root() region: Region): RegionProfile {
    return { regionCode: region.code };
  }

  @FieldResolver(() => WelcomeCapacity, {
    nullable: true,
    description:
      "How many households its partners can receive together; null when the regional partners cannot be reached.",
  })
  async welcomeCapacity(
    @Root() region: Region,
    @Ctx() { load, today }: RegionalContext,
  ): Promise<WelcomeCapacity> {
    const [capacities, coverages] = await Promise.all([load.capacitiesAhead(), load.coverages()]);
    const offers = standingOffers(capacities, coverages).filter(
      ({ regionCode }) => regionCode === region.code,
    );
    return capacityAhead(offers, monthOf(today));
  }
}
