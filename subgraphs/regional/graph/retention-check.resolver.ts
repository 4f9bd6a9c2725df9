/** Retention checks, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { RegionalContext } from "../context.ts";
import { RetentionCheckRow } from "../store/retention-check.row.ts";
import { filterRetentionChecks, RetentionCheckFilter } from "./retention-check.filter.ts";
import { RetentionCheck, RetentionCheckConnection } from "./retention-check.type.ts";
import { WelcomeCase } from "./welcome-case.type.ts";

@Resolver(() => RetentionCheck)
export class RetentionCheckResolver {
  @StaffOnly("PROFESSIONAL", "SYSTEM")
  @Query(() => RetentionCheckConnection, {
    description:
      "The retention checks of your own partner, the first due first. For the regional partners' staff.",
  })
  retentionChecks(
    @Arg("filter", () => RetentionCheckFilter, { nullable: true }) filter: RetentionCheckFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, viewer }: RegionalContext,
  ) {
    const query = manager.createQueryBuilder(RetentionCheckRow, "retentionCheck");
    return waves.track(
      keysetPage(
        filterRetentionChecks(query, viewer.organisation, filter),
        [
          { property: "dueOn", direction: "ASC" },
          { property: "id", direction: "ASC" },
        ],
        page,
      ),
    );
  }

  @FieldResolver(() => WelcomeCase, { nullable: true, description: "The case of the household." })
  welcomeCase(@Root() { caseId }: RetentionCheck, @Ctx() { load }: RegionalContext) {
    return load.welcomeCase.load(caseId);
  }
}
