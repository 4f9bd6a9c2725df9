/** What the programmes achieved between two days, and FCCQ's part of it. */
import { Directive, Field, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";

@Directive('@key(fields: "from to")')
@ObjectType("Statistics")
export class Statistics {
  @Field(() => DateScalar, { description: "The first day." })
  from: string;

  @Field(() => DateScalar, { description: "The last day." })
  to: string;
}

@ObjectType({
  description:
    "What FCCQ's programme achieved in a period (maillage). People are counted in groups of five or more; everything else is counted one by one.",
})
export class MatchingStatistics {
  from: string;
  to: string;
}

@ObjectType({
  description:
    "The same figures for one region. No people: beside the totals, a small region could be computed back.",
})
export class RegionMatchingStatistics {
  @Field(() => Int, { description: "The activities held there." })
  activities: number;

  @Field(() => Int, { description: "The cities there in which activities were held." })
  cities: number;

  @Field(() => Int, { description: "The companies that came to activities there, each counted once." })
  companies: number;

  @Field(() => Int, { description: "The positions opened there." })
  positionsOpened: number;

  regionCode: string;
}
