/** EER's subgraph, « Emplois en régions »: employability, choice of region, relocation. A table of contents. */
import { variable } from "../../platform/environment.ts";
import { defineSubgraph } from "../../platform/subgraph.ts";
import { eerContext, type EerContext } from "./context.ts";
import { isTenant } from "./domain/tenant.ts";
import { AmbassadorResolver } from "./graph/ambassador.resolver.ts";
import { CandidateContribution } from "./graph/candidate.contribution.ts";
import { Candidate } from "./graph/candidate.type.ts";
import { CounsellorAssignmentResolver, CounsellorResolver } from "./graph/counsellor.resolver.ts";
import { EmployabilityFileResolver } from "./graph/employability-file.resolver.ts";
import { EmployabilityResolver } from "./graph/employability.resolver.ts";
import { HouseholdMemberResolver, HouseholdSupportResolver } from "./graph/household-member.resolver.ts";
import { HouseholdResolver } from "./graph/household.resolver.ts";
import { OrganisationContribution } from "./graph/organisation.contribution.ts";
import { Organisation } from "./graph/organisation.type.ts";
import { OutreachEventResolver } from "./graph/outreach-event.resolver.ts";
import { PreDepartureResolver } from "./graph/pre-departure.resolver.ts";
import { ReflectionPlanResolver } from "./graph/reflection.resolver.ts";
import { RegionContribution } from "./graph/region.contribution.ts";
import { Region } from "./graph/region.type.ts";
import { RelocationPlanResolver } from "./graph/relocation-plan.resolver.ts";
import {
  RegionChoiceResolver,
  RelocationResolver,
  RelocationReturnResolver,
} from "./graph/relocation.resolver.ts";
import { RelocationStatisticsResolver, StatisticsContribution } from "./graph/statistics.contribution.ts";
import { Statistics } from "./graph/statistics.type.ts";
import { TravelGrantResolver } from "./graph/travel-grant.resolver.ts";
import { database } from "./store/database.ts";

export const eer = defineSubgraph({
  name: "eer",
  environment: { GRANT_KEY: variable.secret() },
  database,
  staff: isTenant,
  context: eerContext,
  resolvers: [
    AmbassadorResolver,
    CandidateContribution,
    CounsellorAssignmentResolver,
    CounsellorResolver,
    EmployabilityFileResolver,
    EmployabilityResolver,
    HouseholdMemberResolver,
    HouseholdResolver,
    HouseholdSupportResolver,
    OrganisationContribution,
    OutreachEventResolver,
    PreDepartureResolver,
    ReflectionPlanResolver,
    RegionChoiceResolver,
    RegionContribution,
    RelocationPlanResolver,
    RelocationResolver,
    RelocationReturnResolver,
    RelocationStatisticsResolver,
    StatisticsContribution,
    TravelGrantResolver,
  ],
  entities: [Candidate, Organisation, Region, Statistics],
  references: {
    Candidate: (candidate: Candidate) => candidate,
    Organisation: (organisation: Organisation) => organisation,
    Region: (region: Region) => region,
    Statistics: (statistics: Statistics) => statistics,
  },
});

export type { EerContext };
