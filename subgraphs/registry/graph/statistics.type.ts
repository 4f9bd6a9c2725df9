/** What the programmes achieved between two days; every partner contributes its own part. */
import { Directive, Field, Float, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { MilestoneKind } from "../domain/milestone.ts";
import { Mandate } from "../domain/organisation.ts";
import { ReferralDeclineReason } from "../domain/referral-end.ts";
import { ReferralReason } from "../domain/referral.ts";
import { StageCode } from "../domain/stage.ts";

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

@ObjectType({ description: "How long people stayed at a stage, the first time they were there." })
export class StageDuration {
  @Field(() => StageCode, { description: "The stage." })
  stage: StageCode;

  @Field(() => Int, {
    nullable: true,
    description: "People who left it in the period; null for fewer than five.",
  })
  people: number | null;

  @Field(() => Float, { nullable: true, description: "Half of them stayed at most so many days." })
  medianDays: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Nine in ten stayed at most so many days; null for fewer than ten people.",
  })
  p90Days: number | null;
}

@ObjectType({
  description: "How long referrals waited until they were accepted, each person's first of a kind.",
})
export class AcceptanceTime {
  @Field(() => ReferralReason, { description: "What they were for." })
  reason: ReferralReason;

  @Field(() => Int, {
    nullable: true,
    description: "People whose referral was accepted in the period; null for fewer than five.",
  })
  people: number | null;

  @Field(() => Float, { nullable: true, description: "Half of them waited at most so many days." })
  medianDays: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Nine in ten waited at most so many days; null for fewer than ten people.",
  })
  p90Days: number | null;
}

@ObjectType({ description: "People of whom a referral was declined." })
export class DeclineCount {
  @Field(() => ReferralReason, { description: "What it was for." })
  reason: ReferralReason;

  @Field(() => Int, { nullable: true, description: "How many people; null for fewer than five." })
  people: number | null;
}

@ObjectType({ description: "People of whom a referral was declined for a reason (motif de refus)." })
export class DeclineReasonCount {
  @Field(() => ReferralDeclineReason, { description: "Why." })
  because: ReferralDeclineReason;

  @Field(() => Int, { nullable: true, description: "How many people; null for fewer than five." })
  people: number | null;
}

@ObjectType({ description: "People who went back on the pathway." })
export class ReturnCount {
  @Field(() => MilestoneKind, { description: "By what." })
  kind: MilestoneKind;

  @Field(() => Int, { nullable: true, description: "How many people; null for fewer than five." })
  people: number | null;
}

@ObjectType({ description: "How the first life in a region ended (rétention)." })
export class RetentionCount {
  @Field(() => Int, { nullable: true, description: "People retained; null for fewer than five." })
  retained: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "People who left, changed region or were lost before; null for fewer than five.",
  })
  left: number | null;
}

@ObjectType({ description: "How long people of one door took to a stage (porte d'entrée)." })
export class DoorDuration {
  @Field(() => Mandate, { description: "The door, by the mandate of its organisation." })
  door: Mandate;

  @Field(() => Int, { description: "How many people; at least five." })
  people: number;

  @Field(() => Float, { description: "Half of them took at most so many days." })
  medianDays: number;

  @Field(() => Float, {
    nullable: true,
    description: "Nine in ten took at most so many days; null for fewer than ten people.",
  })
  p90Days: number | null;
}

@ObjectType({
  description:
    "Whether the same profile takes the same time to a stage whatever the door, of people whose file was never closed; only doors of at least five people are told.",
})
export class DoorEquality {
  @Field(() => StageCode, { description: "The stage that was reached." })
  stage: StageCode;

  @Field(() => Boolean, { description: "The profile: whether the people were still abroad at first." })
  fromAbroad: boolean;

  @Field(() => [DoorDuration], { description: "Each door, the quickest first." })
  doors: DoorDuration[];

  @Field(() => Float, {
    nullable: true,
    description: "Days between the medians of the quickest and the slowest door; null for fewer than two.",
  })
  gapDays: number | null;
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

  @Field(() => [StageDuration], {
    description: "How long people stayed at each stage, of those who left it in the period.",
  })
  daysInStage: StageDuration[];

  @Field(() => [AcceptanceTime], {
    description: "How long referrals accepted in the period had waited, by what they were for.",
  })
  acceptance: AcceptanceTime[];

  @Field(() => [DeclineCount], { description: "Referrals declined in the period, by what they were for." })
  declines: DeclineCount[];

  @Field(() => [DeclineReasonCount], {
    description: "Referrals declined in the period, by the reason that the receiver gave.",
  })
  declineReasons: DeclineReasonCount[];

  @Field(() => [ReturnCount], { description: "Returns on the pathway in the period, by their kind." })
  returns: ReturnCount[];

  @Field(() => RetentionCount, { description: "Lives in a region that ended in the period." })
  retention: RetentionCount;

  @Field(() => [DoorEquality], {
    description: "Equality of the doors: the time to each stage reached in the period, by door.",
  })
  doorEquality: DoorEquality[];
}
