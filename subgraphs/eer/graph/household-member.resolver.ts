/** What the members of a household lead to. */
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { EerContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { EmployabilityFile } from "./employability.type.ts";
import { HouseholdMember, HouseholdNeed, HouseholdSupport } from "./household-member.type.ts";
import { OwnStaffOnly } from "./own-staff.ts";

@Resolver(() => HouseholdMember)
export class HouseholdMemberResolver {
  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null for one who is not registered, or when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: HouseholdMember): Pick<Candidate, "registrationId"> | null {
    return registrationId === null ? null : { registrationId };
  }

  @OwnStaffOnly("COUNSELLOR", "SYSTEM")
  @FieldResolver(() => EmployabilityFile, {
    nullable: true,
    description:
      "The person's file; null for one who is not registered, and for anyone but the staff of the organisation that keeps it.",
  })
  employabilityFile(@Root() { registrationId }: HouseholdMember, @Ctx() { load }: EerContext) {
    return registrationId && load.fileOfRegistration.load(registrationId);
  }

  @FieldResolver(() => [HouseholdNeed], { description: "What they need, the latest first." })
  needs(@Root() member: HouseholdMember, @Ctx() { load }: EerContext) {
    return load.needsOfMember.load(member.id);
  }

  @FieldResolver(() => [HouseholdSupport], { description: "How they are supported, the latest first." })
  supports(@Root() member: HouseholdMember, @Ctx() { load }: EerContext) {
    return load.supportsOfMember.load(member.id);
  }

  @FieldResolver(() => Int, {
    description: "What their support cost together, in cents of Canadian dollars.",
  })
  async supportCents(@Root() member: HouseholdMember, @Ctx() { load }: EerContext) {
    const supports = await load.supportsOfMember.load(member.id);
    return supports.reduce((sum, { amountCents }) => sum + amountCents, 0);
  }
}

@Resolver(() => HouseholdSupport)
export class HouseholdSupportResolver {
  @FieldResolver(() => HouseholdNeed, {
    nullable: true,
    description: "The need it answers; null when none was recorded.",
  })
  async need(@Root() { memberId, needId }: HouseholdSupport, @Ctx() { load }: EerContext) {
    const needs = needId === null ? [] : await load.needsOfMember.load(memberId);
    return needs.find(({ id }) => id === needId) ?? null;
  }
}
