/** Counsellors and their caseload. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import { UUID } from "../../../platform/uuid.ts";
import type { EerContext } from "../context.ts";
import { CounsellorAssignmentRow } from "../store/counsellor-assignment.row.ts";
import { CounsellorRow } from "../store/counsellor.row.ts";
import {
  Counsellor,
  CounsellorAssignment,
  CounsellorAssignmentConnection,
  CounsellorConnection,
} from "./counsellor.type.ts";
import { Household } from "./household.type.ts";
import { Organisation } from "./organisation.type.ts";
import { OwnStaffOnly } from "./own-staff.ts";

@Resolver(() => Counsellor)
export class CounsellorResolver {
  @Query(() => CounsellorConnection, {
    description: "The counsellors of the three organisations, by name; those who left are not listed.",
  })
  counsellors(
    @Arg("organisation", () => String, {
      nullable: true,
      description: "Only those of this organisation, by code.",
    })
    organisation: string | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: EerContext,
  ) {
    const query = manager
      .createQueryBuilder(CounsellorRow, "counsellor")
      .where("counsellor.endedOn is null")
      .andWhere(organisation ? "counsellor.tenant = :organisation" : "true", { organisation });
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

  @StaffOnly("COUNSELLOR", "SYSTEM")
  @Query(() => CounsellorAssignmentConnection, {
    description:
      "The households in the care of a counsellor of the caller's organisation, the latest first. For EER's staff.",
  })
  caseload(
    @Arg("counsellorId", () => ID, {
      nullable: true,
      description: "The counsellor; the caller themselves unless told.",
    })
    counsellorId: string | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves, viewer }: EerContext,
  ) {
    const query = manager.createQueryBuilder(CounsellorAssignmentRow, "assignment");
    const self = query
      .subQuery()
      .select("self.id")
      .from(CounsellorRow, "self")
      .where("self.tenant = :tenant and self.subject = :subject and self.endedOn is null");
    // What is no id names nobody.
    const asked = counsellorId && !UUID.test(counsellorId) ? null : counsellorId;
    query
      .where("assignment.tenant = :tenant and assignment.until is null")
      .andWhere(`assignment.counsellorId = ${counsellorId ? ":asked" : self.getQuery()}`)
      .setParameters({ tenant: viewer.organisation, subject: viewer.subject, asked });
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

  @FieldResolver(() => Organisation, { description: "The organisation they work for." })
  organisation(@Root() counsellor: Counsellor): Organisation {
    return { code: counsellor.tenant };
  }

  @OwnStaffOnly("COUNSELLOR", "SYSTEM")
  @FieldResolver(() => CounsellorAssignmentConnection, {
    name: "caseload",
    nullable: true,
    description:
      "The households in their care, the latest first; null for anyone but the staff of their organisation.",
  })
  caseloadOf(
    @Root() counsellor: Counsellor,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: EerContext,
  ) {
    return load.caseloadOfCounsellor(counsellor.id, page);
  }
}

@Resolver(() => CounsellorAssignment)
export class CounsellorAssignmentResolver {
  @FieldResolver(() => Counsellor, { nullable: true, description: "The counsellor." })
  counsellor(@Root() { counsellorId }: CounsellorAssignment, @Ctx() { load }: EerContext) {
    return load.counsellor(counsellorId);
  }

  @FieldResolver(() => Household, { nullable: true, description: "The household." })
  household(@Root() { householdId }: CounsellorAssignment, @Ctx() { load }: EerContext) {
    return load.household.load(householdId);
  }
}
