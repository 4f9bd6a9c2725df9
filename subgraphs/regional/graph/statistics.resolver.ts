/** The statistics of the regional partners: partners, regions and visits are counted, people are published. */
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { publishedCount } from "../../../platform/suppress.ts";
import type { RegionalContext } from "../context.ts";
import { partnersCovering } from "../domain/partner.ts";
import { RETENTION_MONTHS } from "../domain/retention.ts";
import {
  countBetween,
  coverageCounts,
  regionsCoveredBy,
  sumOverRegions,
  type History,
} from "../domain/statistics.ts";
import { REGION_CODES } from "../domain/region.ts";
import { Region } from "./region.type.ts";
import { WelcomeRegionStatistics, WelcomeRetentionStatistics, WelcomeStatistics } from "./statistics.type.ts";

interface Period {
  from: string;
  to: string;
}

@Resolver(() => WelcomeStatistics)
export class WelcomeStatisticsResolver {
  @FieldResolver(() => Int, { description: "The partners that cover a region on the last day." })
  async partners(@Root() { to }: WelcomeStatistics, @Ctx() { load }: RegionalContext) {
    return coverageCounts(await load.coverages(), to).partners;
  }

  @FieldResolver(() => Int, { description: "The regions covered on the last day." })
  async regions(@Root() { to }: WelcomeStatistics, @Ctx() { load }: RegionalContext) {
    return coverageCounts(await load.coverages(), to).regions;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The people who arrived with their household, one for each case; null for fewer than five.",
  })
  async arrivals(@Root() period: WelcomeStatistics, @Ctx() { load }: RegionalContext) {
    const history = await load.caseHistory.load(period.to);
    return sumOverRegions((region) => published(history, `${region} ARRIVED`, period));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The people whose checklist became complete; null for fewer than five.",
  })
  async settled(@Root() period: WelcomeStatistics, @Ctx() { load }: RegionalContext) {
    const history = await load.caseHistory.load(period.to);
    return sumOverRegions((region) => published(history, `${region} SETTLED`, period));
  }

  @FieldResolver(() => [WelcomeRetentionStatistics], {
    description: "Who was still there after 3, 6 and 12 months.",
  })
  retention(@Root() { from, to }: WelcomeStatistics): WelcomeRetentionStatistics[] {
    return RETENTION_MONTHS.map((months) => ({ months, from, to }));
  }

  @FieldResolver(() => Int, { description: "The visits held." })
  async visits(@Root() { from, to }: WelcomeStatistics, @Ctx() { load }: RegionalContext) {
    const history = await load.visitHistory.load(to);
    return REGION_CODES.reduce((sum, region) => sum + counted(history, `${region} VISITS`, { from, to }), 0);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The people received during visits; null for fewer than five.",
  })
  async visitors(@Root() period: WelcomeStatistics, @Ctx() { load }: RegionalContext) {
    const history = await load.visitHistory.load(period.to);
    return sumOverRegions((region) => published(history, `${region} VISITORS`, period));
  }

  @FieldResolver(() => [WelcomeRegionStatistics], {
    description: "The same, for each region that was covered by the last day.",
  })
  async byRegion(
    @Root() { from, to }: WelcomeStatistics,
    @Ctx() { load }: RegionalContext,
  ): Promise<WelcomeRegionStatistics[]> {
    return regionsCoveredBy(await load.coverages(), to).map((regionCode) => ({ from, to, regionCode }));
  }
}

@Resolver(() => WelcomeRegionStatistics)
export class WelcomeRegionStatisticsResolver {
  @FieldResolver(() => Region, { description: "The region." })
  region(@Root() { regionCode }: WelcomeRegionStatistics): Region {
    return { code: regionCode };
  }

  @FieldResolver(() => Int, { description: "The partners that cover it on the last day." })
  async partners(@Root() { regionCode, to }: WelcomeRegionStatistics, @Ctx() { load }: RegionalContext) {
    return partnersCovering(await load.coverages(), regionCode, to).length;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The people who arrived; null for fewer than five.",
  })
  async arrivals(@Root() region: WelcomeRegionStatistics, @Ctx() { load }: RegionalContext) {
    return published(await load.caseHistory.load(region.to), `${region.regionCode} ARRIVED`, region);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The people whose checklist became complete; null for fewer than five.",
  })
  async settled(@Root() region: WelcomeRegionStatistics, @Ctx() { load }: RegionalContext) {
    return published(await load.caseHistory.load(region.to), `${region.regionCode} SETTLED`, region);
  }

  @FieldResolver(() => Int, { description: "The visits held." })
  async visits(@Root() region: WelcomeRegionStatistics, @Ctx() { load }: RegionalContext) {
    return counted(await load.visitHistory.load(region.to), `${region.regionCode} VISITS`, region);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The people received during visits; null for fewer than five.",
  })
  async visitors(@Root() region: WelcomeRegionStatistics, @Ctx() { load }: RegionalContext) {
    return published(await load.visitHistory.load(region.to), `${region.regionCode} VISITORS`, region);
  }
}

@Resolver(() => WelcomeRetentionStatistics)
export class WelcomeRetentionStatisticsResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: "The people found still there; null for fewer than five.",
  })
  async stillThere(@Root() retention: WelcomeRetentionStatistics, @Ctx() { load }: RegionalContext) {
    const history = await load.retentionHistory.load(retention.to);
    return published(history, `${retention.months} STILL_THERE`, retention);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The people who had left; null for fewer than five.",
  })
  async left(@Root() retention: WelcomeRetentionStatistics, @Ctx() { load }: RegionalContext) {
    const history = await load.retentionHistory.load(retention.to);
    return published(history, `${retention.months} LEFT`, retention);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The people who could not be reached; null for fewer than five.",
  })
  async unreachable(@Root() retention: WelcomeRetentionStatistics, @Ctx() { load }: RegionalContext) {
    const history = await load.retentionHistory.load(retention.to);
    return published(history, `${retention.months} UNREACHABLE`, retention);
  }
}

function published(history: History, key: string, { from, to }: Period): number | null {
  return publishedCount(history.get(key) ?? [], from, to);
}

function counted(history: History, key: string, { from, to }: Period): number {
  return countBetween(history.get(key) ?? [], from, to);
}
