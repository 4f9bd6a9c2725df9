/** What this organisation adds to the statistics of a period. */
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { publishedCount } from "../../../platform/suppress.ts";
import type { FccqContext } from "../context.ts";
import { byRegion } from "../domain/figures-by-region.ts";
import { Region } from "./region.type.ts";
import { MatchingStatistics, RegionMatchingStatistics, Statistics } from "./statistics.type.ts";

@Resolver(() => Statistics)
export class StatisticsContribution {
  @FieldResolver(() => MatchingStatistics, {
    nullable: true,
    description: "What FCCQ's programme achieved; null when FCCQ cannot be reached.",
  })
  matching(@Root() { from, to }: Statistics): MatchingStatistics {
    return { from, to };
  }
}

@Resolver(() => MatchingStatistics)
export class MatchingStatisticsResolver {
  @FieldResolver(() => Int, { description: "The activities held (activités)." })
  async activities(@Root() period: MatchingStatistics, @Ctx() { load }: FccqContext) {
    return (await load.figures.activitiesIn(period)).total.activities;
  }

  @FieldResolver(() => Int, { description: "The cities in which activities were held (villes)." })
  async cities(@Root() period: MatchingStatistics, @Ctx() { load }: FccqContext) {
    return (await load.figures.activitiesIn(period)).total.cities;
  }

  @FieldResolver(() => Int, {
    description: "The companies that came to activities, each counted once (entreprises).",
  })
  async companies(@Root() period: MatchingStatistics, @Ctx() { load }: FccqContext) {
    return (await load.figures.companiesIn(period)).total.companies;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "The people who came to activities, each counted once, at the first (participants); null for fewer than five.",
  })
  async participants(@Root() { from, to }: MatchingStatistics, @Ctx() { load }: FccqContext) {
    return publishedCount((await load.figures.people.load(to)).participants, from, to);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The jobs accepted (emplois acceptés); null for fewer than five.",
  })
  async jobsAccepted(@Root() { from, to }: MatchingStatistics, @Ctx() { load }: FccqContext) {
    return publishedCount((await load.figures.offers.load(to)).accepted, from, to);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The offers proposed (offres proposées); null for fewer than five.",
  })
  async offersProposed(@Root() { from, to }: MatchingStatistics, @Ctx() { load }: FccqContext) {
    return publishedCount((await load.figures.offers.load(to)).proposed, from, to);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The interviews held in virtual rooms (entretiens tenus); null for fewer than five.",
  })
  async interviews(@Root() { from, to }: MatchingStatistics, @Ctx() { load }: FccqContext) {
    return publishedCount((await load.figures.meetings.load(to)).interviews, from, to);
  }

  @FieldResolver(() => Int, { description: "The positions opened (postes ouverts)." })
  async positionsOpened(@Root() period: MatchingStatistics, @Ctx() { load }: FccqContext) {
    return (await load.figures.positionsIn(period)).total.positionsOpened;
  }

  @FieldResolver(() => Int, {
    description: "The chambers of commerce, on the last day (chambres de commerce).",
  })
  chambers(@Root() { to }: MatchingStatistics, @Ctx() { load }: FccqContext) {
    return load.figures.chambersOn.load(to);
  }

  @FieldResolver(() => Int, { description: "The corporate members, on the last day (membres corporatifs)." })
  corporateMembers(@Root() { to }: MatchingStatistics, @Ctx() { load }: FccqContext) {
    return load.figures.corporateMembersOn.load(to);
  }

  @FieldResolver(() => Int, { description: "The businesses of the network, on the last day (entreprises)." })
  businesses(@Root() { to }: MatchingStatistics, @Ctx() { load }: FccqContext) {
    return load.figures.businessesOn.load(to);
  }

  @FieldResolver(() => [RegionMatchingStatistics], {
    description: "The regions in which something came about, in order of their code.",
  })
  async byRegion(@Root() period: MatchingStatistics, @Ctx() { load }: FccqContext) {
    const { activitiesIn, companiesIn, positionsIn } = load.figures;
    const [activities, companies, positions] = await Promise.all([
      activitiesIn(period),
      companiesIn(period),
      positionsIn(period),
    ]);
    const none = { activities: 0, cities: 0, companies: 0, positionsOpened: 0 };
    return byRegion(none, activities.regions, companies.regions, positions.regions);
  }
}

@Resolver(() => RegionMatchingStatistics)
export class RegionMatchingStatisticsResolver {
  @FieldResolver(() => Region, { description: "The region." })
  region(@Root() { regionCode }: RegionMatchingStatistics): Region {
    return { code: regionCode };
  }
}
