/** The statistics of a period: the registry opens them and adds the pathways. */
import { GraphQLError } from "graphql";
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { publishedBreakdown } from "../../../platform/breakdown.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { largeEnough, publishedCount } from "../../../platform/suppress.ts";
import type { RegistryContext } from "../context.ts";
import type { Mandate } from "../domain/organisation.ts";
import { ReferralDeclineReason } from "../domain/referral-end.ts";
import { ReferralReason } from "../domain/referral.ts";
import { STAGES } from "../domain/stage.ts";
import {
  DAYS_IN_STAGE,
  DAYS_TO_ACCEPTANCE,
  DAYS_TO_STAGE,
  durations,
  type Duration,
} from "../store/durations.ts";
import {
  acceptedReferralsByDay,
  candidatesByStage,
  declineReasonsByDay,
  declinesByDay,
  registrationsByDay,
  retentionByDay,
  RETURNS,
  returnsByDay,
} from "../store/statistics.ts";
import {
  AcceptanceTime,
  DeclineCount,
  DeclineReasonCount,
  DoorEquality,
  PathwayStatistics,
  RetentionCount,
  ReturnCount,
  StageCount,
  StageDuration,
  Statistics,
} from "./statistics.type.ts";

@Resolver(() => Statistics)
export class StatisticsResolver {
  @Query(() => Statistics, { description: "What the programmes achieved between two days, both included." })
  statistics(
    @Arg("from", () => DateScalar) from: string,
    @Arg("to", () => DateScalar) to: string,
  ): Statistics {
    if (from <= to) return { from, to };
    throw new GraphQLError("The period ends before it begins: from is after to.", {
      extensions: { code: "BAD_USER_INPUT" },
    });
  }

  @FieldResolver(() => PathwayStatistics, {
    nullable: true,
    description: "The pathways of people, counted; null when the registry cannot be reached.",
  })
  pathway(@Root() { from, to }: Statistics): Partial<PathwayStatistics> & Statistics {
    return { from, to };
  }
}

@Resolver(() => PathwayStatistics)
export class PathwayStatisticsResolver {
  @FieldResolver(() => Int, { nullable: true })
  async registrations(@Root() { from, to }: Statistics, @Ctx() { manager, waves }: RegistryContext) {
    return publishedCount(await waves.track(registrationsByDay(manager, to)), from, to);
  }

  @FieldResolver(() => Int, { nullable: true })
  async referralsAccepted(@Root() { from, to }: Statistics, @Ctx() { manager, waves }: RegistryContext) {
    return publishedCount(await waves.track(acceptedReferralsByDay(manager, to)), from, to);
  }

  @FieldResolver(() => [StageCount])
  async byStage(@Ctx() { manager, waves }: RegistryContext): Promise<StageCount[]> {
    const counts = new Map(
      (await waves.track(candidatesByStage(manager))).map(({ stage, count }) => [stage, count]),
    );
    return STAGES.map((stage) => ({
      stage,
      candidates: largeEnough(counts.get(stage) ?? 0),
    }));
  }

  @FieldResolver(() => [StageDuration])
  async daysInStage(@Root() { from, to }: Statistics, @Ctx() { manager, waves }: RegistryContext) {
    const known = await waves.track(durations(manager, DAYS_IN_STAGE, from, to));
    return STAGES.map((stage) => ({ ...(known.get(stage) ?? UNKNOWN), stage }));
  }

  @FieldResolver(() => [AcceptanceTime])
  async acceptance(@Root() { from, to }: Statistics, @Ctx() { manager, waves }: RegistryContext) {
    const known = await waves.track(durations(manager, DAYS_TO_ACCEPTANCE, from, to));
    return Object.values(ReferralReason).map((reason) => ({ ...(known.get(reason) ?? UNKNOWN), reason }));
  }

  @FieldResolver(() => [DeclineCount])
  async declines(@Root() { from, to }: Statistics, @Ctx() { manager, waves, now }: RegistryContext) {
    const days = await waves.track(declinesByDay(manager, to));
    const { byKey } = publishedBreakdown(days, from, to, dayInQuebec(now()));
    return Object.values(ReferralReason).map((reason) => ({ reason, people: byKey.get(reason) ?? null }));
  }

  @FieldResolver(() => [DeclineReasonCount])
  async declineReasons(@Root() { from, to }: Statistics, @Ctx() { manager, waves, now }: RegistryContext) {
    const days = await waves.track(declineReasonsByDay(manager, to));
    const { byKey } = publishedBreakdown(days, from, to, dayInQuebec(now()));
    return Object.values(ReferralDeclineReason).map((because) => ({
      because,
      people: byKey.get(because) ?? null,
    }));
  }

  @FieldResolver(() => [ReturnCount])
  async returns(@Root() { from, to }: Statistics, @Ctx() { manager, waves, now }: RegistryContext) {
    const days = await waves.track(returnsByDay(manager, to));
    const { byKey } = publishedBreakdown(days, from, to, dayInQuebec(now()));
    return RETURNS.map((kind) => ({ kind, people: byKey.get(kind) ?? null }));
  }

  @FieldResolver(() => RetentionCount)
  async retention(
    @Root() { from, to }: Statistics,
    @Ctx() { manager, waves, now }: RegistryContext,
  ): Promise<RetentionCount> {
    const days = await waves.track(retentionByDay(manager, to));
    const { byKey } = publishedBreakdown(days, from, to, dayInQuebec(now()));
    return { retained: byKey.get("RETAINED") ?? null, left: byKey.get("LEFT") ?? null };
  }

  @FieldResolver(() => [DoorEquality])
  async doorEquality(@Root() { from, to }: Statistics, @Ctx() { manager, waves }: RegistryContext) {
    return equality(await waves.track(durations(manager, DAYS_TO_STAGE, from, to)));
  }
}

const UNKNOWN = { people: null, medianDays: null, p90Days: null };

/** By stage and profile, the doors beside one another: those of whom something is published. */
function equality(known: ReadonlyMap<string, Duration>): DoorEquality[] {
  return STAGES.flatMap((stage) =>
    [false, true].flatMap((fromAbroad) => {
      const doors = [...known]
        .filter(([key]) => key.startsWith(`${stage} ${fromAbroad} `))
        .map(([key, duration]) => ({ ...duration, door: key.split(" ")[2] as Mandate }))
        .sort((one, other) => one.medianDays - other.medianDays || (one.door < other.door ? -1 : 1));
      if (doors.length === 0) return [];
      const [first, last] = [doors[0], doors.at(-1)];
      const gap = first && last && doors.length > 1 ? last.medianDays - first.medianDays : null;
      return [{ stage, fromAbroad, doors, gapDays: gap === null ? null : Math.round(gap * 10) / 10 }];
    }),
  );
}
