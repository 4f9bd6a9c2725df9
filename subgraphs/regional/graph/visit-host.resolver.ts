/** Hosts, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { RegionalContext } from "../context.ts";
import { VisitHostRow } from "../store/visit-host.row.ts";
import { Organisation } from "./organisation.type.ts";
import { ownRow } from "./own.ts";
import { Region } from "./region.type.ts";
import { filterHosts, VisitHostFilter } from "./visit.filter.ts";
import { RegionalVisitConnection, VisitHost, VisitHostConnection } from "./visit.type.ts";

@Resolver(() => VisitHost)
export class VisitHostResolver {
  @StaffOnly("PROFESSIONAL", "SYSTEM")
  @Query(() => VisitHostConnection, {
    description: "The hosts of your own partner, the latest first. For the regional partners' staff.",
  })
  visitHosts(
    @Arg("filter", () => VisitHostFilter, { nullable: true }) filter: VisitHostFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, viewer }: RegionalContext,
  ) {
    return waves.track(
      keysetPage(
        filterHosts(manager.createQueryBuilder(VisitHostRow, "host"), viewer.organisation, filter),
        [
          { property: "since", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @FieldResolver(() => Organisation, { description: "The partner they receive visitors for." })
  organisation(@Root() { tenant }: VisitHost): Organisation {
    return { code: tenant };
  }

  @FieldResolver(() => Region, { description: "The region." })
  region(@Root() { regionCode }: VisitHost): Region {
    return { code: regionCode };
  }

  @StaffOnly("PROFESSIONAL", "SYSTEM")
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "When a person agreed to be named; null when they did not, and for anyone but the staff of their partner.",
  })
  consentedOn(@Root() host: VisitHost, @Ctx() context: RegionalContext) {
    return ownRow(host, context)?.namedSince ?? null;
  }

  @FieldResolver(() => RegionalVisitConnection, { description: "The visits they receive, the latest first." })
  visits(@Root() { id }: VisitHost, @Args(() => PageArgs) page: PageArgs, @Ctx() { load }: RegionalContext) {
    return load.visitsOfHost(id, page);
  }
}
