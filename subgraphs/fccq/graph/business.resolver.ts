/** Businesses, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { FccqContext } from "../context.ts";
import { periodOn } from "../domain/period.ts";
import { BusinessRow } from "../store/business.row.ts";
import { BusinessFilter, filterBusinesses } from "./business.filter.ts";
import { Business, BusinessConnection, CorporateMembership } from "./business.type.ts";
import { Chamber } from "./chamber.type.ts";
import { EmployerSupportConnection } from "./employer-support.type.ts";
import { PositionConnection } from "./position.type.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Business)
export class BusinessResolver {
  @Query(() => BusinessConnection, { description: "The businesses of the network, by name." })
  businesses(
    @Arg("filter", () => BusinessFilter, { nullable: true }) filter: BusinessFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: FccqContext,
  ) {
    const query = filterBusinesses(manager.createQueryBuilder(BusinessRow, "business"), filter);
    return waves.track(
      keysetPage(
        query,
        [
          { property: "name", direction: "ASC" },
          { property: "id", direction: "ASC" },
        ],
        page,
      ),
    );
  }

  @Query(() => Business, { nullable: true, description: "A business by its id; null when unknown." })
  business(@Arg("id", () => ID) id: string, @Ctx() { load }: FccqContext) {
    return load.business.load(id);
  }

  @FieldResolver(() => Region, { description: "Its region." })
  region(@Root() business: Business): Region {
    return { code: business.regionCode };
  }

  @FieldResolver(() => Chamber, { nullable: true, description: "The chamber it belongs to; null when none." })
  chamber(@Root() business: Business, @Ctx() { load }: FccqContext) {
    return business.chamberId && load.chamber.load(business.chamberId);
  }

  @FieldResolver(() => CorporateMembership, {
    nullable: true,
    description: "Its membership in the federation itself; null when it is none.",
  })
  async corporateMembership(@Root() business: Business, @Ctx() { load, now }: FccqContext) {
    return periodOn(await load.membershipsOfBusiness.load(business.id), dayInQuebec(now()));
  }

  @FieldResolver(() => PositionConnection, { description: "Its positions, the latest first." })
  positions(@Root() business: Business, @Args(() => PageArgs) page: PageArgs, @Ctx() { load }: FccqContext) {
    return load.positionsOfBusiness(business.id, page);
  }

  @StaffOnly("OFFICER", "SYSTEM")
  @FieldResolver(() => EmployerSupportConnection, {
    nullable: true,
    description: "What FCCQ helped it with, the latest first; null for anyone but FCCQ's staff.",
  })
  support(@Root() business: Business, @Args(() => PageArgs) page: PageArgs, @Ctx() { load }: FccqContext) {
    return load.supportOfBusiness(business.id, page);
  }
}
