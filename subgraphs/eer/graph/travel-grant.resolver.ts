/** Travel grants, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { EerContext } from "../context.ts";
import { TravelGrantState } from "../domain/travel-grant.ts";
import { TravelGrantRow } from "../store/travel-grant.row.ts";
import { HouseholdMember } from "./household-member.type.ts";
import { Region } from "./region.type.ts";
import { TravelGrant, TravelGrantConnection } from "./relocation.type.ts";

@Resolver(() => TravelGrant)
export class TravelGrantResolver {
  @StaffOnly("COUNSELLOR", "SYSTEM")
  @Query(() => TravelGrantConnection, {
    description: "The travel grants of the caller's organisation, the latest first. For EER's staff.",
  })
  travelGrants(
    @Arg("state", () => TravelGrantState, { nullable: true, description: "Only those in this state." })
    state: TravelGrantState | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, viewer }: EerContext,
  ) {
    const query = manager
      .createQueryBuilder(TravelGrantRow, "travel")
      .where("travel.tenant = :tenant", { tenant: viewer.organisation })
      .andWhere(state ? "travel.state = :state" : "true", { state });
    return waves.track(
      keysetPage(
        query,
        [
          { property: "requestedOn", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @FieldResolver(() => Region, { description: "The region of the site." })
  region(@Root() { regionCode }: TravelGrant): Region {
    return { code: regionCode };
  }

  @FieldResolver(() => HouseholdMember, { nullable: true, description: "Who travels." })
  async traveller(@Root() { householdId, memberId }: TravelGrant, @Ctx() { load }: EerContext) {
    const members = await load.membersOfHousehold.load(householdId);
    return members.find(({ id }) => id === memberId) ?? null;
  }
}
