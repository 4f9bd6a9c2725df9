/** The tables of EER that the world fills, each after those that it refers to. */
import type { ChangeRow } from "../../../platform/change.row.ts";
import type { AmbassadorRow } from "../../../subgraphs/eer/store/ambassador.row.ts";
import type { CounsellorRow } from "../../../subgraphs/eer/store/counsellor.row.ts";
import type { CounsellorAssignmentRow } from "../../../subgraphs/eer/store/counsellor-assignment.row.ts";
import type { EligibilityAssessmentRow } from "../../../subgraphs/eer/store/eligibility-assessment.row.ts";
import type { EmployabilityFileRow } from "../../../subgraphs/eer/store/employability-file.row.ts";
import type { HouseholdRow } from "../../../subgraphs/eer/store/household.row.ts";
import type { HouseholdMemberRow } from "../../../subgraphs/eer/store/household-member.row.ts";
import type { HouseholdNeedRow } from "../../../subgraphs/eer/store/household-need.row.ts";
import type { HouseholdSupportRow } from "../../../subgraphs/eer/store/household-support.row.ts";
import type { OutreachEventRow } from "../../../subgraphs/eer/store/outreach-event.row.ts";
import type { PreDepartureCaseRow } from "../../../subgraphs/eer/store/pre-departure-case.row.ts";
import type { ReadinessRow } from "../../../subgraphs/eer/store/readiness.row.ts";
import type { ReflectionPlanRow } from "../../../subgraphs/eer/store/reflection-plan.row.ts";
import type { ReflectionStepRow } from "../../../subgraphs/eer/store/reflection-step.row.ts";
import type { RegionChoiceRow } from "../../../subgraphs/eer/store/region-choice.row.ts";
import type { RelocationPlanRow } from "../../../subgraphs/eer/store/relocation-plan.row.ts";
import type { RelocationReturnRow } from "../../../subgraphs/eer/store/relocation-return.row.ts";
import type { RelocationTaskRow } from "../../../subgraphs/eer/store/relocation-task.row.ts";
import type { TravelGrantRow } from "../../../subgraphs/eer/store/travel-grant.row.ts";
import { Sheets } from "../copy-text.ts";

export interface EerRows {
  counsellor: CounsellorRow;
  outreach_event: OutreachEventRow;
  household: HouseholdRow;
  household_member: HouseholdMemberRow;
  counsellor_assignment: CounsellorAssignmentRow;
  household_need: HouseholdNeedRow;
  household_support: HouseholdSupportRow;
  employability_file: EmployabilityFileRow;
  eligibility_assessment: EligibilityAssessmentRow;
  reflection_plan: ReflectionPlanRow;
  reflection_step: ReflectionStepRow;
  readiness: ReadinessRow;
  pre_departure_case: PreDepartureCaseRow;
  region_choice: RegionChoiceRow;
  travel_grant: TravelGrantRow;
  relocation_plan: RelocationPlanRow;
  relocation_task: RelocationTaskRow;
  relocation_return: RelocationReturnRow;
  ambassador: AmbassadorRow;
  change: ChangeRow;
}

export type EerSheets = Sheets<EerRows>;

export const EER_TABLES = [
  "counsellor",
  "outreach_event",
  "household",
  "household_member",
  "counsellor_assignment",
  "household_need",
  "household_support",
  "employability_file",
  "eligibility_assessment",
  "reflection_plan",
  "reflection_step",
  "readiness",
  "pre_departure_case",
  "region_choice",
  "travel_grant",
  "relocation_plan",
  "relocation_task",
  "relocation_return",
  "ambassador",
  "change",
] as const satisfies readonly (keyof EerRows)[];
