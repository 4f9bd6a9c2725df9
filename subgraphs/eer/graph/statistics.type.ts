/** The statistics of a period: every partner contributes its own part. */
import { Directive, Field, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { RelocationReturnReason } from "../domain/relocation.ts";
import { Organisation } from "./organisation.type.ts";
import { Region } from "./region.type.ts";
import { EmployabilityTrack } from "./track.type.ts";

@Directive('@key(fields: "from to")')
@ObjectType("Statistics")
export class Statistics {
  @Field(() => DateScalar, { description: "The first day of the period." })
  from: string;

  @Field(() => DateScalar, { description: "The last day of the period." })
  to: string;
}

@ObjectType({
  description:
    "What Emplois en régions did in a period. Households and people are counted in groups of five or more: a count below five is null, and so is what would let it be computed back.",
})
export class RelocationStatistics {
  from: string;
  to: string;
}

@ObjectType({ description: "The households of a region in a period." })
export class RelocationRegionStatistics {
  @Field(() => Region, { description: "The region." })
  region: Region;

  @Field(() => Int, {
    nullable: true,
    description: "The households that moved there; null for fewer than five.",
  })
  moves: number | null;
}

@ObjectType({ description: "The households of a track in a period." })
export class RelocationTrackStatistics {
  @Field(() => EmployabilityTrack, { description: "The track." })
  track: EmployabilityTrack;

  @Field(() => Int, { nullable: true, description: "The households opened; null for fewer than five." })
  households: number | null;
}

@ObjectType({ description: "The households of one of the three organisations in a period." })
export class RelocationTenantStatistics {
  @Field(() => Organisation, { description: "The organisation." })
  organisation: Organisation;

  @Field(() => Int, { nullable: true, description: "The households opened; null for fewer than five." })
  households: number | null;
}

@ObjectType({ description: "The households that left a region again in a period, by main reason." })
export class RelocationReturnStatistics {
  @Field(() => RelocationReturnReason, { description: "The main reason." })
  reason: RelocationReturnReason;

  @Field(() => Int, { nullable: true, description: "The households; null for fewer than five." })
  returns: number | null;
}
