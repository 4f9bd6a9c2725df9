/** What the programme achieved between two dates. */
import { Directive, Field, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { Step } from "../domain/step.ts";

@Directive('@key(fields: "from to")')
@ObjectType("Statistics")
export class Statistics {
  @Field(() => DateScalar, { description: "The first day." })
  from: string;

  @Field(() => DateScalar, { description: "The last day." })
  to: string;
}

@ObjectType({ description: "Passerelle sectorielle in one sector, between two dates." })
export class PasserelleSectorStatistics {
  @Field(() => String, { description: "The sector: SCIAN/NAICS 2022, two digits; ranges keep their first." })
  sector: string;

  @Field(() => Int, {
    nullable: true,
    description: "The people who registered and look in the sector; null for fewer than five.",
  })
  registrations: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "The people of the sector who found a job; null for fewer than five.",
  })
  employed: number | null;

  @Field(() => Int, { description: "The activities held with the sector." })
  activities: number;

  @Field(() => Int, { description: "The recruitment events held for the sector alone." })
  recruitmentEvents: number;

  @Field(() => Int, { description: "The employers of the sector present at an event." })
  employers: number;
}

@ObjectType({ description: "The people who reached a step between two dates." })
export class PasserelleStepStatistics {
  @Field(() => Step, { description: "The step." })
  step: Step;

  @Field(() => Int, {
    nullable: true,
    description: "The people who first entered it between the two dates; null for fewer than five.",
  })
  entered: number | null;
}

@ObjectType({
  description:
    "What Passerelle sectorielle achieved between two dates. People are published in groups of at least five, so that nobody can be computed back.",
})
export class PasserelleStatistics {
  from: string;
  to: string;
}
