/** What the programmes achieved between two days; every partner contributes its own part. */
import { Directive, Field, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { StageCode } from "../domain/pathway.ts";

@Directive('@key(fields: "from to")')
@ObjectType({ description: "What the programmes achieved between two days, both included (statistiques)." })
export class Statistics {
  @Field(() => DateScalar, { description: "The first day." })
  from: string;

  @Field(() => DateScalar, { description: "The last day." })
  to: string;
}

@ObjectType({ description: "How many people stand at a stage now." })
export class StageCount {
  @Field(() => StageCode, { description: "The stage." })
  stage: StageCode;

  @Field(() => Int, { nullable: true, description: "How many; null for fewer than five." })
  candidates: number | null;
}

@ObjectType({ description: "The pathways of people, counted." })
export class PathwayStatistics {
  @Field(() => Int, {
    nullable: true,
    description: "People registered in the period, at any door; null for fewer than five.",
  })
  registrations: number | null;

  @Field(() => [StageCount], { description: "How many people stand at each stage now, open files only." })
  byStage: StageCount[];

  @Field(() => Int, {
    nullable: true,
    description: "Referrals accepted in the period; null for fewer than five.",
  })
  referralsAccepted: number | null;
}
