/** What the members of a household lead to. */
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import type { EerContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { EmployabilityFile } from "./employability.type.ts";
import { HouseholdMember, HouseholdNeed, HouseholdSupport } from "./household-member.type.ts";
import { OwnStaffOnly } from "./own-staff.ts";

/** Each adult consents for themselves (domain/household.ts). */
const WITHHELD =
  "null when withheld: an adult is shown by their role and age group alone, unless their own section RELOCATION is open to the viewer (see `candidate`); one without a registration cannot have consented yet";

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

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: `Since when they belong to it; ${WITHHELD}.`,
  })
  joinedOn(@Root() member: HouseholdMember, @Ctx() { mayRead }: EerContext) {
    return mayRead(member) ? member.joinedOn : null;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: `Until when; null while they do; ${WITHHELD}, as \`joinedOn\` then is.`,
  })
  leftOn(@Root() member: HouseholdMember, @Ctx() { mayRead }: EerContext) {
    return mayRead(member) ? member.leftOn : null;
  }

  @FieldResolver(() => [HouseholdNeed], {
    nullable: true,
    description: `What they need, the latest first; ${WITHHELD}.`,
  })
  needs(@Root() member: HouseholdMember, @Ctx() { load, mayRead }: EerContext) {
    return mayRead(member) ? load.needsOfMember.load(member.id) : null;
  }

  @FieldResolver(() => [HouseholdSupport], {
    nullable: true,
    description: `How they are supported, the latest first; ${WITHHELD}.`,
  })
  supports(@Root() member: HouseholdMember, @Ctx() { load, mayRead }: EerContext) {
    return mayRead(member) ? load.supportsOfMember.load(member.id) : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: `What their support cost together, in cents of Canadian dollars; ${WITHHELD}.`,
  })
  async supportCents(@Root() member: HouseholdMember, @Ctx() { load, mayRead }: EerContext) {
    if (!mayRead(member)) return null;
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
