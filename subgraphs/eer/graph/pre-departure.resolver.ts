/** Pre-departure cases, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { EerContext } from "../context.ts";
import { PreDepartureState } from "../domain/pre-departure.ts";
import { PreDepartureCaseRow } from "../store/pre-departure-case.row.ts";
import { Candidate } from "./candidate.type.ts";
import { Counsellor } from "./counsellor.type.ts";
import { Organisation } from "./organisation.type.ts";
import { PreDepartureCase, PreDepartureCaseConnection } from "./pre-departure.type.ts";
import { Region } from "./region.type.ts";

@Resolver(() => PreDepartureCase)
export class PreDepartureResolver {
  @StaffOnly("COUNSELLOR", "SYSTEM")
  @Query(() => PreDepartureCaseConnection, {
    description: "The pre-departure cases of the caller's organisation, the latest first. For EER's staff.",
  })
  preDepartureCases(
    @Arg("state", () => PreDepartureState, { nullable: true, description: "Only those in this state." })
    state: PreDepartureState | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, viewer }: EerContext,
  ) {
    const query = manager
      .createQueryBuilder(PreDepartureCaseRow, "case")
      .where("case.tenant = :tenant", { tenant: viewer.organisation })
      .andWhere(state ? "case.state = :state" : "true", { state });
    return waves.track(
      keysetPage(
        query,
        [
          { property: "receivedOn", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: PreDepartureCase): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }

  @FieldResolver(() => Organisation, { description: "Which of the three organisations received it." })
  organisation(@Root() { tenant }: PreDepartureCase): Organisation {
    return { code: tenant };
  }

  @FieldResolver(() => Counsellor, {
    nullable: true,
    description: "The counsellor who began with the person; null before.",
  })
  counsellor(@Root() { counsellorId }: PreDepartureCase, @Ctx() { load }: EerContext) {
    return counsellorId && load.counsellor(counsellorId);
  }

  @FieldResolver(() => [Region], { description: "The regions that interest the person." })
  regions(@Root() { regionCodes }: PreDepartureCase): Region[] {
    return regionCodes.map((code) => ({ code }));
  }
}
