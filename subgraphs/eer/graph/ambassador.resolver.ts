/** Ambassadors, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { EerContext } from "../context.ts";
import { AmbassadorRow } from "../store/ambassador.row.ts";
import { Candidate } from "./candidate.type.ts";
import { Region } from "./region.type.ts";
import { RelocationAmbassador, RelocationAmbassadorConnection } from "./relocation.type.ts";

@Resolver(() => RelocationAmbassador)
export class AmbassadorResolver {
  @StaffOnly("COUNSELLOR", "SYSTEM")
  @Query(() => RelocationAmbassadorConnection, {
    description: "The ambassadors of the caller's organisation, the latest first. For EER's staff.",
  })
  ambassadors(
    @Arg("regionCode", () => String, { nullable: true, description: "Only those of this region, by code." })
    regionCode: string | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, viewer }: EerContext,
  ) {
    const query = manager
      .createQueryBuilder(AmbassadorRow, "ambassador")
      .where("ambassador.tenant = :tenant and ambassador.until is null", { tenant: viewer.organisation })
      .andWhere(regionCode ? "ambassador.regionCode = :regionCode" : "true", { regionCode });
    return waves.track(
      keysetPage(
        query,
        [
          { property: "since", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @FieldResolver(() => Region, { description: "The region they live in and speak of." })
  region(@Root() { regionCode }: RelocationAmbassador): Region {
    return { code: regionCode };
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: RelocationAmbassador): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }
}
