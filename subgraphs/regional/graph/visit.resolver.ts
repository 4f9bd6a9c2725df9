/** Visits, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { RegionalContext } from "../context.ts";
import { VisitRow } from "../store/visit.row.ts";
import { Organisation } from "./organisation.type.ts";
import { ownRow } from "./own.ts";
import { Region } from "./region.type.ts";
import { filterVisits, RegionalVisitFilter } from "./visit.filter.ts";
import { RegionalVisit, RegionalVisitConnection, VisitHost } from "./visit.type.ts";

@Resolver(() => RegionalVisit)
export class VisitResolver {
  @Query(() => RegionalVisitConnection, { description: "The visits in the regions, the latest first." })
  visits(
    @Arg("filter", () => RegionalVisitFilter, { nullable: true }) filter: RegionalVisitFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: RegionalContext,
  ) {
    return waves.track(
      keysetPage(
        filterVisits(manager.createQueryBuilder(VisitRow, "visit"), filter),
        [
          { property: "plannedOn", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @Query(() => RegionalVisit, { nullable: true, description: "A visit by its id; null when unknown." })
  visit(@Arg("id", () => ID) id: string, @Ctx() { load }: RegionalContext) {
    return load.visit.load(id);
  }

  @FieldResolver(() => Organisation, { description: "The partner that organises it." })
  organisation(@Root() { tenant }: RegionalVisit): Organisation {
    return { code: tenant };
  }

  @FieldResolver(() => Region, { description: "The region." })
  region(@Root() { regionCode }: RegionalVisit): Region {
    return { code: regionCode };
  }

  @FieldResolver(() => VisitHost, {
    nullable: true,
    description: "Who receives the visitors; null when the partner does itself.",
  })
  host(@Root() { hostId }: RegionalVisit, @Ctx() { load }: RegionalContext) {
    return hostId && load.host.load(hostId);
  }

  @StaffOnly("PROFESSIONAL", "SYSTEM")
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "How many people were received; null until the visit was held, and for anyone but the staff of the partner that organised it (see `Statistics.welcome` for published counts).",
  })
  received(@Root() visit: RegionalVisit, @Ctx() context: RegionalContext) {
    return ownRow(visit, context)?.received ?? null;
  }
}
