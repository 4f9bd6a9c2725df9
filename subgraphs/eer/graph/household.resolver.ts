/** Households, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { EerContext } from "../context.ts";
import type { CounsellorRow } from "../store/counsellor.row.ts";
import { HouseholdRow } from "../store/household.row.ts";
import type { Loaders } from "../store/loaders.ts";
import { Counsellor, CounsellorAssignment } from "./counsellor.type.ts";
import { filterHouseholds, HouseholdFilter } from "./household.filter.ts";
import { HouseholdMember } from "./household-member.type.ts";
import { Household, HouseholdConnection } from "./household.type.ts";
import { Organisation } from "./organisation.type.ts";
import { OutreachEvent } from "./outreach-event.type.ts";
import { travelGrantsOf } from "./relocation.households.ts";
import { RelocationPlan } from "./relocation-plan.type.ts";
import { RegionChoice, RelocationReturn, TravelGrant } from "./relocation.type.ts";

@Resolver(() => Household)
export class HouseholdResolver {
  @StaffOnly("COUNSELLOR", "SYSTEM")
  @Query(() => HouseholdConnection, {
    description: "The households of the caller's organisation, the latest first. For EER's staff.",
  })
  households(
    @Arg("filter", () => HouseholdFilter, { nullable: true }) filter: HouseholdFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, viewer }: EerContext,
  ) {
    const query = manager
      .createQueryBuilder(HouseholdRow, "household")
      .where("household.tenant = :tenant", { tenant: viewer.organisation });
    return waves.track(
      keysetPage(
        filterHouseholds(query, filter),
        [
          { property: "openedOn", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @StaffOnly("COUNSELLOR", "SYSTEM")
  @Query(() => Household, {
    nullable: true,
    description: "A household of the caller's organisation by its id; null when unknown. For EER's staff.",
  })
  async household(@Arg("id", () => ID) id: string, @Ctx() { load, viewer }: EerContext) {
    const household = await load.household.load(id);
    return household?.tenant === viewer.organisation ? household : null;
  }

  @FieldResolver(() => Organisation, { description: "Which of the three organisations supports it." })
  organisation(@Root() household: Household): Organisation {
    return { code: household.tenant };
  }

  @FieldResolver(() => OutreachEvent, {
    nullable: true,
    description: "The event that brought it; null when another source did.",
  })
  outreachEvent(@Root() household: Household, @Ctx() { load }: EerContext) {
    return household.outreachEventId && load.outreachEvent.load(household.outreachEventId);
  }

  @FieldResolver(() => Int, { description: "How many belong to it now." })
  async size(@Root() household: Household, @Ctx() { load }: EerContext) {
    const members = await load.membersOfHousehold.load(household.id);
    return members.filter(({ leftOn }) => leftOn === null).length;
  }

  @FieldResolver(() => [HouseholdMember], {
    description: "Its members, those who left included, in the order they joined.",
  })
  members(@Root() household: Household, @Ctx() { load }: EerContext) {
    return load.membersOfHousehold.load(household.id);
  }

  @FieldResolver(() => Counsellor, {
    nullable: true,
    description: "The counsellor in whose care it is; null while none is named.",
  })
  counsellor(@Root() household: Household, @Ctx() { load }: EerContext) {
    return presentCounsellor(household.id, load);
  }

  @FieldResolver(() => [CounsellorAssignment], { description: "In whose care it was, the latest first." })
  counsellorAssignments(@Root() household: Household, @Ctx() { load }: EerContext) {
    return load.assignmentsOfHousehold.load(household.id);
  }

  @FieldResolver(() => RegionChoice, {
    nullable: true,
    description: "The region it chose; null while it has not.",
  })
  async chosenRegion(@Root() household: Household, @Ctx() { load }: EerContext) {
    const choices = await load.regionChoicesOfHousehold.load(household.id);
    return choices.find(({ supersededOn }) => supersededOn === null) ?? null;
  }

  @FieldResolver(() => [RegionChoice], { description: "Every region it chose, the latest first." })
  regionChoices(@Root() household: Household, @Ctx() { load }: EerContext) {
    return load.regionChoicesOfHousehold.load(household.id);
  }

  @FieldResolver(() => [TravelGrant], {
    description:
      "The travel grants of its members, the latest first, without those of a member who is shown by their role alone.",
  })
  travelGrants(@Root() household: Household, @Ctx() context: EerContext) {
    return travelGrantsOf(household.id, context);
  }

  @FieldResolver(() => [RelocationPlan], { description: "The plans of its moves, the latest first." })
  relocationPlans(@Root() household: Household, @Ctx() { load }: EerContext) {
    return load.plansOfHousehold.load(household.id);
  }

  @FieldResolver(() => [RelocationReturn], { description: "Why it left regions again, the latest first." })
  returns(@Root() household: Household, @Ctx() { load }: EerContext) {
    return load.returnsOfHousehold.load(household.id);
  }
}

/** The counsellor in whose care a household is now, or null. */
export async function presentCounsellor(
  householdId: string,
  { assignmentsOfHousehold, counsellor }: Loaders,
): Promise<CounsellorRow | null> {
  const assignments = await assignmentsOfHousehold.load(householdId);
  const present = assignments.find(({ until }) => until === null);
  return present ? counsellor(present.counsellorId) : null;
}
