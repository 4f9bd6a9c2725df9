/** The capacity to receive households in the graph. */
import { Field, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";

@ObjectType({ description: "The places for households in one month (places d'accueil)." })
export class WelcomeCapacityMonth {
  @Field(() => DateScalar, { description: "The month, by its first day." })
  month: string;

  @Field(() => Int, { description: "The households that can be received." })
  offered: number;

  @Field(() => Int, { description: "The places taken: by households expected, and by those who arrived." })
  reserved: number;
}

@ObjectType({
  description:
    "The capacity to receive households, this month and the eleven that follow (capacité d'accueil).",
})
export class WelcomeCapacity {
  @Field(() => DateScalar, { description: "This month, by its first day." })
  month: string;

  @Field(() => Int, { description: "The households that can be received this month." })
  offered: number;

  @Field(() => Int, { description: "The places of this month that are taken." })
  reserved: number;

  @Field(() => Int, { description: "The places of this month that are left." })
  remaining: number;

  @Field(() => [WelcomeCapacityMonth], {
    description: "This month and the eleven that follow; a month for which nothing was said is left out.",
  })
  byMonth: WelcomeCapacityMonth[];
}
