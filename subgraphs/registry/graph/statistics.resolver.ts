/** The statistics of a period: the registry opens them and adds the pathways. */
import { GraphQLError } from "graphql";
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { largeEnough, publishedCount } from "../../../platform/suppress.ts";
import type { RegistryContext } from "../context.ts";
import { StageCode } from "../domain/pathway.ts";
import { acceptedReferralsByDay, candidatesByStage, registrationsByDay } from "../store/statistics.ts";
import { PathwayStatistics, StageCount, Statistics } from "./statistics.type.ts";

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
    return Object.values(StageCode).map((stage) => ({
      stage,
      candidates: largeEnough(counts.get(stage) ?? 0),
    }));
  }
}
