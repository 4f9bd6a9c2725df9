/** Welcome cases, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { RegionalContext } from "../context.ts";
import { checklistOf } from "../domain/checklist.ts";
import { WELCOME_CASE_MOVES, WelcomeCaseState } from "../domain/welcome-case.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { Candidate } from "./candidate.type.ts";
import { Organisation } from "./organisation.type.ts";
import { ownRow } from "./own.ts";
import { Region } from "./region.type.ts";
import { RetentionCheck } from "./retention-check.type.ts";
import { filterWelcomeCases, WelcomeCaseFilter } from "./welcome-case.filter.ts";
import { WelcomeCase, WelcomeCaseConnection } from "./welcome-case.type.ts";
import { WelcomeChecklist, WelcomeStep } from "./welcome-checklist.type.ts";

@Resolver(() => WelcomeCase)
export class WelcomeCaseResolver {
  @StaffOnly("PROFESSIONAL", "SYSTEM")
  @Query(() => WelcomeCaseConnection, {
    description: "The cases of your own partner, the latest first. For the regional partners' staff.",
  })
  welcomeCases(
    @Arg("filter", () => WelcomeCaseFilter, { nullable: true }) filter: WelcomeCaseFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, viewer }: RegionalContext,
  ) {
    const query = manager.createQueryBuilder(WelcomeCaseRow, "welcomeCase");
    return waves.track(
      keysetPage(
        filterWelcomeCases(query, viewer.organisation, filter),
        [
          { property: "openedOn", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @StaffOnly("PROFESSIONAL", "SYSTEM")
  @Query(() => WelcomeCase, {
    nullable: true,
    description: "A case of your own partner by its id; null when unknown. For the regional partners' staff.",
  })
  async welcomeCase(@Arg("id", () => ID) id: string, @Ctx() context: RegionalContext) {
    return ownRow(await context.load.welcomeCase.load(id), context);
  }

  @FieldResolver(() => [WelcomeCaseState], { description: "The states that may follow." })
  nextStates(@Root() { state }: WelcomeCase) {
    return WELCOME_CASE_MOVES[state];
  }

  @FieldResolver(() => Organisation, { description: "The partner that receives the household." })
  organisation(@Root() { tenant }: WelcomeCase): Organisation {
    return { code: tenant };
  }

  @FieldResolver(() => Region, { description: "The region where the household settles." })
  region(@Root() { regionCode }: WelcomeCase): Region {
    return { code: regionCode };
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: WelcomeCase): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }

  @FieldResolver(() => WelcomeChecklist, { description: "The settlement checklist." })
  async checklist(@Root() { id }: WelcomeCase, @Ctx() { load }: RegionalContext): Promise<WelcomeChecklist> {
    return checklistOf(await load.itemsOfCase.load(id));
  }

  @FieldResolver(() => [WelcomeStep], { description: "What was arranged for the household, in order." })
  steps(@Root() { id }: WelcomeCase, @Ctx() { load }: RegionalContext) {
    return load.stepsOfCase.load(id);
  }

  @FieldResolver(() => [RetentionCheck], {
    description: "Whether the household is still there after 3, 6 and 12 months; empty until it arrived.",
  })
  retentionChecks(@Root() welcomeCase: WelcomeCaseRow, @Ctx() { load }: RegionalContext) {
    // A check leads back to its case, which is here already.
    load.welcomeCase.prime(welcomeCase.id, welcomeCase);
    return load.checksOfCase.load(welcomeCase.id);
  }
}
