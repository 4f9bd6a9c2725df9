/** What the regional partners add to the statistics of a period. */
import { FieldResolver, Resolver, Root } from "type-graphql";
import { Statistics, WelcomeStatistics } from "./statistics.type.ts";

@Resolver(() => Statistics)
export class StatisticsContribution {
  @FieldResolver(() => WelcomeStatistics, {
    nullable: true,
    description: "Of the regional partners; null when they cannot be reached.",
  })
  welcome(@Root() { from, to }: Statistics): WelcomeStatistics {
    return { from, to };
  }
}
