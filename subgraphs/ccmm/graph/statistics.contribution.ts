/** What this organisation adds to the statistics of a period. */
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { publishedBreakdown, type Breakdown } from "../../../platform/breakdown.ts";
import { publishedCount } from "../../../platform/suppress.ts";
import type { CcmmContext } from "../context.ts";
import { employersOf } from "../domain/employer.ts";
import { SECTOR_CODES } from "../domain/sector.ts";
import { Step } from "../domain/step.ts";
import type { KeyedCount, PeopleCount } from "../store/history.ts";
import {
  PasserelleSectorStatistics,
  PasserelleStatistics,
  PasserelleStepStatistics,
  Statistics,
} from "./statistics.type.ts";

@Resolver(() => Statistics)
export class StatisticsContribution {
  @FieldResolver(() => PasserelleStatistics, {
    nullable: true,
    description: "What Passerelle sectorielle achieved; null when CCMM cannot be reached.",
  })
  passerelle(@Root() { from, to }: Statistics): PasserelleStatistics {
    return { from, to };
  }
}

@Resolver(() => PasserelleStatistics)
export class PasserelleStatisticsResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: "The people who registered; null for fewer than five.",
  })
  async registrations(@Root() period: PasserelleStatistics, @Ctx() context: CcmmContext) {
    return breakdown(await context.load.history.registrations(), period, context).total;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The advisers' calls that were made; null for fewer than five.",
  })
  async adviserCalls(@Root() { from, to }: PasserelleStatistics, @Ctx() { load }: CcmmContext) {
    return publishedCount(await load.history.calls(), from, to);
  }

  @FieldResolver(() => Int, { description: "The activities held: welcome, training, with the sectors." })
  async activities(@Root() period: PasserelleStatistics, @Ctx() { load }: CcmmContext) {
    return within(await load.history.activities(), period);
  }

  @FieldResolver(() => Int, { description: "The recruitment events held." })
  async recruitmentEvents(@Root() period: PasserelleStatistics, @Ctx() { load }: CcmmContext) {
    return within(await load.history.events(), period);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The interviews held at the events; null for fewer than five.",
  })
  async interviews(@Root() { from, to }: PasserelleStatistics, @Ctx() { load }: CcmmContext) {
    return publishedCount(await load.history.interviews(), from, to);
  }

  @FieldResolver(() => Int, { description: "The employers present at an event." })
  async employers(@Root() { from, to }: PasserelleStatistics, @Ctx() { load }: CcmmContext) {
    return employersOf(await load.history.presences(), from, to).present;
  }

  @FieldResolver(() => Int, {
    description: "Of these, the employers who came back: present at an event that was not their first.",
  })
  async returningEmployers(@Root() { from, to }: PasserelleStatistics, @Ctx() { load }: CcmmContext) {
    return employersOf(await load.history.presences(), from, to).returning;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The people who found a job, their first since they registered; null for fewer than five.",
  })
  async employed(@Root() period: PasserelleStatistics, @Ctx() context: CcmmContext) {
    return breakdown(await context.load.history.jobs(), period, context).total;
  }

  @FieldResolver(() => [PasserelleSectorStatistics], {
    description:
      "The same by sector, all 20. People of several small sectors are in the totals only, from the end of the year on.",
  })
  async bySector(
    @Root() period: PasserelleStatistics,
    @Ctx() context: CcmmContext,
  ): Promise<PasserelleSectorStatistics[]> {
    const { history } = context.load;
    const [registrations, jobs, activities, events, presences] = await Promise.all([
      history.registrations().then((days) => breakdown(days, period, context)),
      history.jobs().then((days) => breakdown(days, period, context)),
      history.activities(),
      history.events(),
      history.presences(),
    ]);
    return SECTOR_CODES.map((sector) => ({
      sector,
      registrations: registrations.byKey.get(sector) ?? null,
      employed: jobs.byKey.get(sector) ?? null,
      activities: within(
        activities.filter(({ key }) => key === sector),
        period,
      ),
      recruitmentEvents: within(
        events.filter(({ key }) => key === sector),
        period,
      ),
      employers: employersOf(
        presences.filter((presence) => presence.sector === sector),
        period.from,
        period.to,
      ).present,
    }));
  }

  @FieldResolver(() => [PasserelleStepStatistics], { description: "The people who reached each step." })
  async byStep(
    @Root() period: PasserelleStatistics,
    @Ctx() context: CcmmContext,
  ): Promise<PasserelleStepStatistics[]> {
    const entries = await context.load.history.steps();
    return Object.values(Step).map((step) => ({
      step,
      entered: breakdown(
        entries.filter((entry) => entry.step === step),
        period,
        context,
      ).total,
    }));
  }
}

function breakdown(
  days: readonly PeopleCount[],
  { from, to }: PasserelleStatistics,
  { now }: CcmmContext,
): Breakdown {
  return publishedBreakdown(days, from, to, dayInQuebec(now()));
}

/** The sum of what happened between two days. */
function within(days: readonly KeyedCount[], { from, to }: PasserelleStatistics): number {
  return days.reduce((sum, { day, count }) => (day >= from && day <= to ? sum + count : sum), 0);
}
