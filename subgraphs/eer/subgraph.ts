/** EER's subgraph, « Emplois en régions »: employability, choice of region, relocation. A table of contents. */
import { deliveryTasks } from "../../platform/deliver.ts";
import { variable } from "../../platform/environment.ts";
import { outboxResolver } from "../../platform/outbox.resolver.ts";
import { OUTBOX_BACKLOGS } from "../../platform/outbox.row.ts";
import { defineSubgraph } from "../../platform/subgraph.ts";
import { eerContext } from "./context.ts";
import { isTenant, tenantOf } from "./domain/tenant.ts";
import { AmbassadorResolver } from "./graph/ambassador.resolver.ts";
import { CandidateContribution } from "./graph/candidate.contribution.ts";
import { Candidate } from "./graph/candidate.type.ts";
import { CounsellorMutations } from "./graph/counsellor.mutations.ts";
import { CounsellorAssignmentResolver, CounsellorResolver } from "./graph/counsellor.resolver.ts";
import { EmployabilityFileResolver } from "./graph/employability-file.resolver.ts";
import { EmployabilityMutations } from "./graph/employability.mutations.ts";
import { EmployabilityResolver } from "./graph/employability.resolver.ts";
import { HouseholdMemberMutations } from "./graph/household-member.mutations.ts";
import { HouseholdMemberResolver, HouseholdSupportResolver } from "./graph/household-member.resolver.ts";
import { HouseholdMutations } from "./graph/household.mutations.ts";
import { HouseholdResolver } from "./graph/household.resolver.ts";
import { OrganisationContribution } from "./graph/organisation.contribution.ts";
import { Organisation } from "./graph/organisation.type.ts";
import { OutreachEventMutations } from "./graph/outreach-event.mutations.ts";
import { OutreachEventResolver } from "./graph/outreach-event.resolver.ts";
import { PreDepartureMutations } from "./graph/pre-departure.mutations.ts";
import { PreDepartureResolver } from "./graph/pre-departure.resolver.ts";
import { ReflectionMutations } from "./graph/reflection.mutations.ts";
import { ReflectionPlanResolver } from "./graph/reflection.resolver.ts";
import { RegionContribution } from "./graph/region.contribution.ts";
import { Region } from "./graph/region.type.ts";
import { RelocationPlanMutations } from "./graph/relocation-plan.mutations.ts";
import { RelocationPlanResolver } from "./graph/relocation-plan.resolver.ts";
import { RelocationMutations } from "./graph/relocation.mutations.ts";
import {
  RegionChoiceResolver,
  RelocationResolver,
  RelocationReturnResolver,
} from "./graph/relocation.resolver.ts";
import { RelocationStatisticsResolver, StatisticsContribution } from "./graph/statistics.contribution.ts";
import { Statistics } from "./graph/statistics.type.ts";
import { TravelGrantMutations } from "./graph/travel-grant.mutations.ts";
import { TravelGrantResolver } from "./graph/travel-grant.resolver.ts";
import { database } from "./store/database.ts";

export const eer = defineSubgraph({
  name: "eer",
  environment: { GRANT_KEY: variable.secret() },
  database,
  tasks: deliveryTasks,
  backlogs: OUTBOX_BACKLOGS,
  staff: isTenant,
  tenant: tenantOf,
  // What professionals wrote for one another; decisions, scores and their reasons are the person's to know.
  notForThePerson: {
    HouseholdSupport: ["note"],
    Readiness: ["note"],
    ReflectionStep: ["note"],
    RelocationPlan: ["endNote"],
    RelocationReturn: ["note"],
  },
  context: eerContext,
  resolvers: [
    AmbassadorResolver,
    CandidateContribution,
    CounsellorAssignmentResolver,
    CounsellorMutations,
    CounsellorResolver,
    EmployabilityFileResolver,
    EmployabilityMutations,
    EmployabilityResolver,
    HouseholdMemberMutations,
    HouseholdMemberResolver,
    HouseholdMutations,
    HouseholdResolver,
    HouseholdSupportResolver,
    OrganisationContribution,
    OutreachEventMutations,
    OutreachEventResolver,
    PreDepartureMutations,
    PreDepartureResolver,
    ReflectionMutations,
    ReflectionPlanResolver,
    RegionChoiceResolver,
    RegionContribution,
    RelocationMutations,
    RelocationPlanMutations,
    RelocationPlanResolver,
    RelocationResolver,
    RelocationReturnResolver,
    RelocationStatisticsResolver,
    StatisticsContribution,
    TravelGrantMutations,
    TravelGrantResolver,
    outboxResolver("employability", "COUNSELLOR", "SYSTEM"),
  ],
  entities: [Candidate, Organisation, Region, Statistics],
  references: {
    Candidate: (candidate: Candidate) => candidate,
    Organisation: (organisation: Organisation) => organisation,
    Region: (region: Region) => region,
    Statistics: (statistics: Statistics) => statistics,
  },
});
