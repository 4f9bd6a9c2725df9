/** The ways in which this subgraph's graph reaches its rows; made anew for each request. */
import type DataLoader from "dataloader";
import {
  countIn,
  countInFew,
  countOfFew,
  manyBy,
  oneBy,
  oneOfFew,
  pagesBy,
  type Reader,
} from "../../../platform/load.ts";
import { AmbassadorRow } from "./ambassador.row.ts";
import { rowsOf } from "../../../platform/rows.ts";
import { CounsellorAssignmentRow } from "./counsellor-assignment.row.ts";
import { CounsellorRow } from "./counsellor.row.ts";
import { CoveredRegionRow } from "./covered-region.row.ts";
import { EligibilityAssessmentRow } from "./eligibility-assessment.row.ts";
import { EmployabilityFileRow } from "./employability-file.row.ts";
import { createHistories } from "./history.ts";
import { HouseholdMemberRow } from "./household-member.row.ts";
import { HouseholdNeedRow } from "./household-need.row.ts";
import { HouseholdSupportRow } from "./household-support.row.ts";
import { HouseholdRow } from "./household.row.ts";
import { OutreachEventRow } from "./outreach-event.row.ts";
import { PreDepartureCaseRow } from "./pre-departure-case.row.ts";
import { ReadinessRow } from "./readiness.row.ts";
import { ReflectionPlanRow } from "./reflection-plan.row.ts";
import { ReflectionStepRow } from "./reflection-step.row.ts";
import { RegionChoiceRow } from "./region-choice.row.ts";
import { RelocationPlanRow } from "./relocation-plan.row.ts";
import { RelocationReturnRow } from "./relocation-return.row.ts";
import { RelocationTaskRow } from "./relocation-task.row.ts";
import { TravelGrantRow } from "./travel-grant.row.ts";

export function createLoaders(reader: Reader) {
  const membersOfHousehold = manyBy(reader, HouseholdMemberRow, "householdId", {
    joinedOn: "ASC",
    id: "ASC",
  });
  return {
    counsellor: oneOfFew(reader, CounsellorRow, "id"),
    household: oneBy(reader, HouseholdRow),
    outreachEvent: oneBy(reader, OutreachEventRow),
    coveredRegion: oneOfFew(reader, CoveredRegionRow, "regionCode"),

    fileOfRegistration: oneBy(reader, EmployabilityFileRow, "registrationId"),
    preDepartureCaseOfRegistration: oneBy(reader, PreDepartureCaseRow, "registrationId"),
    membersOfRegistration: membersOfRegistration(reader, membersOfHousehold),
    assessmentsOfRegistration: manyBy(reader, EligibilityAssessmentRow, "registrationId", {
      assessedAt: "DESC",
      id: "DESC",
    }),
    reflectionPlansOfRegistration: manyBy(reader, ReflectionPlanRow, "registrationId", {
      openedOn: "DESC",
      id: "DESC",
    }),
    stepsOfReflectionPlan: manyBy(reader, ReflectionStepRow, "planId", { position: "ASC" }),
    readinessOfRegistration: manyBy(reader, ReadinessRow, "registrationId", {
      declaredAt: "DESC",
      id: "DESC",
    }),
    ambassadorsOfRegistration: manyBy(reader, AmbassadorRow, "registrationId", { since: "DESC", id: "DESC" }),

    membersOfHousehold,
    needsOfMember: manyBy(reader, HouseholdNeedRow, "memberId", { recordedOn: "DESC", id: "DESC" }),
    supportsOfMember: manyBy(reader, HouseholdSupportRow, "memberId", { givenOn: "DESC", id: "DESC" }),
    assignmentsOfHousehold: manyBy(reader, CounsellorAssignmentRow, "householdId", {
      since: "DESC",
      id: "DESC",
    }),
    regionChoicesOfHousehold: manyBy(reader, RegionChoiceRow, "householdId", {
      chosenOn: "DESC",
      id: "DESC",
    }),
    travelGrantsOfHousehold: manyBy(reader, TravelGrantRow, "householdId", {
      requestedOn: "DESC",
      id: "DESC",
    }),
    plansOfHousehold: manyBy(reader, RelocationPlanRow, "householdId", { openedOn: "DESC", id: "DESC" }),
    tasksOfPlan: manyBy(reader, RelocationTaskRow, "planId", { position: "ASC" }),
    returnsOfHousehold: manyBy(reader, RelocationReturnRow, "householdId", {
      returnedOn: "DESC",
      id: "DESC",
    }),

    caseloadOfCounsellor: pagesBy(
      reader,
      CounsellorAssignmentRow,
      "counsellorId",
      [
        { property: "since", direction: "DESC" },
        { property: "id", direction: "DESC" },
      ],
      "t.until is null",
    ),

    counsellorsOfTenant: countOfFew(reader, CounsellorRow, "tenant", "t.ended_on is null"),
    caseloadOfTenant: countInFew(reader, "households_in_care", "tenant"),
    householdsOfOutreachEvent: countIn(reader, "households_by_outreach_event", "outreach_event_id"),
    householdsLivingInRegion: countInFew(reader, "households_living_in_region", "region_code"),

    history: createHistories(reader),
  };
}

/**
 * The places of a registration in households, the first it joined first. Whoever asks for them asks next for the
 * others of those households: they are read together, and `membersOfHousehold` has them.
 */
function membersOfRegistration(
  { manager, waves }: Reader,
  membersOfHousehold: DataLoader<string, HouseholdMemberRow[]>,
): DataLoader<string, HouseholdMemberRow[]> {
  return waves.loader(async (registrationIds) => {
    const members = await rowsOf(
      manager,
      HouseholdMemberRow,
      `where t.household_id = any(array(select household_id from household_member where registration_id = any($1)))
       order by t.joined_on, t.id`,
      [[...registrationIds]],
    );
    for (const [householdId, together] of Map.groupBy(members, (member) => member.householdId))
      membersOfHousehold.prime(householdId, together);
    const places = Map.groupBy(members, (member) => member.registrationId);
    return registrationIds.map((registrationId) => places.get(registrationId) ?? []);
  });
}

export type Loaders = ReturnType<typeof createLoaders>;
