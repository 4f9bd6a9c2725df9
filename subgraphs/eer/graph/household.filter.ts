/** What a list of households can be narrowed by. */
import { Field, ID, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { UUID } from "../../../platform/uuid.ts";
import { HouseholdState } from "../domain/household.ts";
import { CounsellorAssignmentRow } from "../store/counsellor-assignment.row.ts";
import type { HouseholdRow } from "../store/household.row.ts";
import { RegionChoiceRow } from "../store/region-choice.row.ts";
import { EmployabilityTrack } from "./track.type.ts";

@InputType({ description: "Narrows a list of households; what is not given does not narrow." })
export class HouseholdFilter {
  @Field(() => HouseholdState, { nullable: true, description: "In this state." })
  state?: HouseholdState | null;

  @Field(() => EmployabilityTrack, { nullable: true, description: "On this track." })
  track?: EmployabilityTrack | null;

  @Field(() => String, { nullable: true, description: "Those that chose this region, by code." })
  regionCode?: string | null;

  @Field(() => ID, { nullable: true, description: "In the care of this counsellor." })
  counsellorId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only those in nobody's care yet. False: only those in somebody's.",
  })
  withoutCounsellor?: boolean | null;
}

export function filterHouseholds(
  query: SelectQueryBuilder<HouseholdRow>,
  filter: HouseholdFilter | null,
): SelectQueryBuilder<HouseholdRow> {
  if (filter?.state) query.andWhere("household.state = :state", { state: filter.state });
  if (filter?.track) query.andWhere("household.track = :track", { track: filter.track });
  if (filter?.regionCode) {
    const chosen = query
      .subQuery()
      .select("1")
      .from(RegionChoiceRow, "choice")
      .where("choice.householdId = household.id and choice.supersededOn is null")
      .andWhere("choice.regionCode = :regionCode");
    query.andWhere(`exists ${chosen.getQuery()}`, { regionCode: filter.regionCode });
  }
  const inCare = query
    .subQuery()
    .select("1")
    .from(CounsellorAssignmentRow, "assignment")
    .where("assignment.householdId = household.id and assignment.until is null");
  if (typeof filter?.withoutCounsellor === "boolean") {
    query.andWhere(`${filter.withoutCounsellor ? "not " : ""}exists ${inCare.getQuery()}`);
  }
  if (filter?.counsellorId) {
    // What is no id names nobody.
    const counsellorId = UUID.test(filter.counsellorId) ? filter.counsellorId : null;
    query.andWhere(`exists ${inCare.andWhere("assignment.counsellorId = :counsellorId").getQuery()}`, {
      counsellorId,
    });
  }
  return query;
}
