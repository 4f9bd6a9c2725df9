/** Regional partners, and what they lead to. */
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { RegionalContext } from "../context.ts";
import { capacityAhead, monthOf, standingOffers } from "../domain/capacity.ts";
import { holdingOn } from "../domain/partner.ts";
import { Organisation } from "./organisation.type.ts";
import { Region } from "./region.type.ts";
import { RegionalCoverage, RegionalPartner } from "./regional-partner.type.ts";
import { WelcomeCapacity } from "./welcome-capacity.type.ts";

@Resolver(() => RegionalPartner)
export class RegionalPartnerResolver {
  @Query(() => [RegionalPartner], {
    description: "The regional partners by code, those that cover no region any more included.",
  })
  regionalPartners(@Ctx() { load }: RegionalContext) {
    return load.partners();
  }

  @FieldResolver(() => Organisation, { description: "The organisation, whose name the registry knows." })
  organisation(@Root() { code }: RegionalPartner): Organisation {
    return { code };
  }

  @FieldResolver(() => [Region], { description: "The regions it covers today." })
  async regions(
    @Root() { code }: RegionalPartner,
    @Ctx() { load, today }: RegionalContext,
  ): Promise<Region[]> {
    const coverages = holdingOn(await load.coverages(), today);
    return coverages
      .filter(({ partnerCode }) => partnerCode === code)
      .map(({ regionCode }) => ({ code: regionCode }));
  }

  @FieldResolver(() => [RegionalCoverage], {
    description: "What it covers, covered and will cover, by date.",
  })
  async coverage(@Root() { code }: RegionalPartner, @Ctx() { load }: RegionalContext) {
    const coverages = await load.coverages();
    return coverages.filter(({ partnerCode }) => partnerCode === code);
  }

  @FieldResolver(() => WelcomeCapacity, { description: "How many households it can receive." })
  async capacity(
    @Root() { code }: RegionalPartner,
    @Ctx() { load, today }: RegionalContext,
  ): Promise<WelcomeCapacity> {
    const [capacities, coverages] = await Promise.all([load.capacitiesAhead(), load.coverages()]);
    const offers = standingOffers(capacities, coverages).filter(({ tenant }) => tenant === code);
    return capacityAhead(offers, monthOf(today));
  }
}

@Resolver(() => RegionalCoverage)
export class RegionalCoverageResolver {
  @FieldResolver(() => Region, { description: "The region." })
  region(@Root() { regionCode }: RegionalCoverage): Region {
    return { code: regionCode };
  }
}
