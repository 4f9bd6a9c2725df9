/** Where households can be received: what the regional partners declared, asked before a referral is sent. */
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { capacityReport, CapacityReportInput } from "../actions/capacity-report.ts";
import type { RegistryContext } from "../context.ts";
import { monthOf, placesInRegions, placesLeft, type PartnerPlaces } from "../store/capacity.ts";
import { Organisation } from "./organisation.type.ts";

@ObjectType({
  description:
    "The places for households of one partner in a region in a month, as it declared them (capacité).",
})
export class ReferralCapacity {
  @Field(() => DateScalar, { description: "The month, by its first day." })
  month: string;

  @Field(() => Int, {
    nullable: true,
    description: "The places offered; null when the partner declared nothing.",
  })
  offered: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "The places taken; null when the partner declared nothing.",
  })
  reserved: number | null;

  @Field(() => Int, { description: "The referrals that wait for the partner's answer." })
  requested: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the partner counted; null when it did not.",
  })
  countedAt: Date | null;

  organisationCode: string;
  regionCode: string;
}

@ObjectType({ description: "The places of a month, as a partner declared them." })
export class DeclaredCapacity {
  @Field(() => String, { description: "The region, by code." })
  regionCode: string;

  @Field(() => DateScalar, { description: "The month, by its first day." })
  month: string;

  @Field(() => Int, { description: "The places offered." })
  offered: number;

  @Field(() => Int, { description: "The places taken." })
  reserved: number;

  @Field(() => DateTimeScalar, { description: "When they were counted." })
  countedAt: Date;
}

const CapacityReportPayload = payloadOf("CapacityReport", "capacity", () => DeclaredCapacity);

@Resolver(() => ReferralCapacity)
export class ReferralCapacityResolver {
  @Query(() => [ReferralCapacity], {
    description: "The partners that welcome people in a region, with the places they declared for a month.",
  })
  referralCapacity(
    @Arg("regionCode", () => String, { description: "The region, by code." }) regionCode: string,
    @Arg("month", () => DateScalar, {
      nullable: true,
      description: "By any of its days; this month unless told.",
    })
    month: string | null,
    @Ctx() { manager, waves, now }: RegistryContext,
  ): Promise<PartnerPlaces[]> {
    const today = dayInQuebec(now());
    return waves.track(placesInRegions(manager, [regionCode], monthOf(month ?? today), today));
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "The partner." })
  organisation(@Root() { organisationCode }: ReferralCapacity, @Ctx() { load }: RegistryContext) {
    return load.organisation(organisationCode);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The places left, those asked for counted as taken; null when the partner declared nothing.",
  })
  left(@Root() capacity: ReferralCapacity): number | null {
    return placesLeft(capacity);
  }

  @Mutation(() => CapacityReportPayload, {
    description:
      "A regional partner tells how many households it can receive in a month, whenever that changes in its own books. For partners that welcome people.",
  })
  capacityReport(@Arg("input") input: CapacityReportInput, @Ctx() context: RegistryContext) {
    return payload("capacity", capacityReport, input, context);
  }
}
