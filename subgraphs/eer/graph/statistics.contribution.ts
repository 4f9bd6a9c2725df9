/** What this organisation adds to the statistics of a period: its own part. */
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { publishedCount, publishedParts } from "../../../platform/suppress.ts";
import type { EerContext } from "../context.ts";
import { partsOf, wholeOf } from "../domain/history.ts";
import { REGION_CODES } from "../domain/region.ts";
import { RelocationReturnReason } from "../domain/relocation.ts";
import { TENANTS } from "../domain/tenant.ts";
import type { HistoryEntry, HistoryLoader } from "../store/history.ts";
import {
  RelocationRegionStatistics,
  RelocationReturnStatistics,
  RelocationStatistics,
  RelocationTenantStatistics,
  RelocationTrackStatistics,
  Statistics,
} from "./statistics.type.ts";
import { EmployabilityTrack } from "./track.type.ts";

@Resolver(() => Statistics)
export class StatisticsContribution {
  @FieldResolver(() => RelocationStatistics, {
    nullable: true,
    description: "Emplois en régions; null when EER cannot be reached.",
  })
  relocation(@Root() { from, to }: Statistics): RelocationStatistics {
    return { from, to };
  }
}

@Resolver(() => RelocationStatistics)
export class RelocationStatisticsResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: "The households opened; null for fewer than five.",
  })
  households(@Root() period: RelocationStatistics, @Ctx() { load }: EerContext) {
    return published(load.history.householdsOpened, period);
  }

  @FieldResolver(() => Int, { description: "The counsellors at the end of the period." })
  counsellors(@Root() { to }: RelocationStatistics, @Ctx() { load }: EerContext) {
    return load.history.counsellorsOn.load(to);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The households that moved to a region; null for fewer than five.",
  })
  moves(@Root() period: RelocationStatistics, @Ctx() { load }: EerContext) {
    return published(load.history.arrivals, period);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The households that left a region again; null for fewer than five.",
  })
  returns(@Root() period: RelocationStatistics, @Ctx() { load }: EerContext) {
    return published(load.history.returns, period);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The declarations of readiness; null for fewer than five.",
  })
  readinessDeclared(@Root() period: RelocationStatistics, @Ctx() { load }: EerContext) {
    return published(load.history.readinessDeclared, period);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The pre-departure cases received; null for fewer than five.",
  })
  preDepartureCases(@Root() period: RelocationStatistics, @Ctx() { load }: EerContext) {
    return published(load.history.preDepartureReceived, period);
  }

  @FieldResolver(() => [RelocationRegionStatistics], {
    description: "The moves by region, every region of Québec in the order of the codes.",
  })
  async byRegion(@Root() period: RelocationStatistics, @Ctx() { load }: EerContext) {
    const counts = await publishedBy("region", REGION_CODES, load.history.arrivals, period);
    return counts.map(([code, moves]) => ({ region: { code }, moves }));
  }

  @FieldResolver(() => [RelocationTrackStatistics], { description: "The households opened, by track." })
  async byTrack(@Root() period: RelocationStatistics, @Ctx() { load }: EerContext) {
    const tracks = Object.values(EmployabilityTrack);
    const counts = await publishedBy("track", tracks, load.history.householdsOpened, period);
    return counts.map(([track, households]) => ({ track, households }));
  }

  @FieldResolver(() => [RelocationTenantStatistics], {
    description: "The households opened, by organisation.",
  })
  async byTenant(@Root() period: RelocationStatistics, @Ctx() { load }: EerContext) {
    const counts = await publishedBy("tenant", TENANTS, load.history.householdsOpened, period);
    return counts.map(([code, households]) => ({ organisation: { code }, households }));
  }

  @FieldResolver(() => [RelocationReturnStatistics], {
    description: "The households that left a region again, by main reason.",
  })
  async byReturnReason(@Root() period: RelocationStatistics, @Ctx() { load }: EerContext) {
    const reasons = Object.values(RelocationReturnReason);
    const counts = await publishedBy("reason", reasons, load.history.returns, period);
    return counts.map(([reason, returns]) => ({ reason, returns }));
  }
}

/** The people of a history in a period, as they may be published. */
async function published<Part extends string>(
  history: HistoryLoader<Part>,
  { from, to }: RelocationStatistics,
): Promise<number | null> {
  return publishedCount(wholeOf(await history.load(to)), from, to);
}

/** The same by what they have in common, each of `parts` once and in their order. */
async function publishedBy<Key extends string, Part extends string>(
  key: Key,
  parts: readonly Part[],
  history: { load: (to: string) => Promise<HistoryEntry<Key>[]> },
  { from, to }: RelocationStatistics,
): Promise<[Part, number | null][]> {
  const entries = await history.load(to);
  return [...publishedParts(wholeOf(entries), partsOf(entries, key, parts), from, to)];
}
