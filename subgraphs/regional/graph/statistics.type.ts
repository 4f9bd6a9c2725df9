/** What the regional partners achieved between two dates, in the graph. */
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
    "Welcome and settlement between two dates (accueil et installation). People are published region by region, in groups of five or more.",
})
export class WelcomeStatistics {
  from: string;
  to: string;
}

@ObjectType({ description: "Welcome and settlement in one region between two dates." })
export class WelcomeRegionStatistics {
  from: string;
  to: string;
  regionCode: string;
}

@ObjectType({ description: "Who is still there some months after arriving (maintien en région)." })
export class WelcomeRetentionStatistics {
  @Field(() => Int, { description: "The months after the arrival: 3, 6 or 12." })
  months: number;

  from: string;
  to: string;
}
