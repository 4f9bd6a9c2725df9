/** The tables of this subgraph and the migrations that make them. */
import { ChangeRow } from "../../../platform/change.row.ts";
import type { DatabaseDefinition } from "../../../platform/database.ts";
import { OutboxRow } from "../../../platform/outbox.row.ts";
import { AmbassadorRow } from "./ambassador.row.ts";
import { CounsellorRow } from "./counsellor.row.ts";
import { CounsellorAssignmentRow } from "./counsellor-assignment.row.ts";
import { CoveredRegionRow } from "./covered-region.row.ts";
import { EligibilityAssessmentRow } from "./eligibility-assessment.row.ts";
import { EmployabilityFileRow } from "./employability-file.row.ts";
import { HouseholdRow } from "./household.row.ts";
import { HouseholdMemberRow } from "./household-member.row.ts";
import { HouseholdNeedRow } from "./household-need.row.ts";
import { HouseholdSupportRow } from "./household-support.row.ts";
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
import { Households1763683200000 } from "./migrations/1763683200000-households.ts";
import { Employability1763769600000 } from "./migrations/1763769600000-employability.ts";
import { Relocation1763856000000 } from "./migrations/1763856000000-relocation.ts";
import { Tenants1763942400000 } from "./migrations/1763942400000-tenants.ts";
import { Retention1764288000000 } from "./migrations/1764288000000-retention.ts";
import { RetentionSchedule1765300000000 } from "./migrations/1765300000000-retention-schedule.ts";
import { RETENTION } from "./retention.ts";
import { Outbox1765000000000 } from "./migrations/1765000000000-outbox.ts";
import { OutboxBacklog1765500000000 } from "./migrations/1765500000000-outbox-backlog.ts";

export const database: DatabaseDefinition = {
  rows: [
    ChangeRow,
    OutboxRow,
    CoveredRegionRow,
    CounsellorRow,
    OutreachEventRow,
    HouseholdRow,
    HouseholdMemberRow,
    CounsellorAssignmentRow,
    HouseholdNeedRow,
    HouseholdSupportRow,
    EmployabilityFileRow,
    EligibilityAssessmentRow,
    ReflectionPlanRow,
    ReflectionStepRow,
    ReadinessRow,
    PreDepartureCaseRow,
    RegionChoiceRow,
    TravelGrantRow,
    RelocationPlanRow,
    RelocationTaskRow,
    RelocationReturnRow,
    AmbassadorRow,
  ],
  migrations: [
    Households1763683200000,
    Employability1763769600000,
    Relocation1763856000000,
    Tenants1763942400000,
    Retention1764288000000,
    RetentionSchedule1765300000000,
    Outbox1765000000000,
    OutboxBacklog1765500000000,
  ],
  retention: RETENTION,
};
