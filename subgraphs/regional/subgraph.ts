/** The regional partners' subgraph: welcome and settlement in the regions, thirty tenants. A table of contents. */
import { deliveryTasksAnd } from "../../platform/deliver.ts";
import { variable } from "../../platform/environment.ts";
import { outboxResolver } from "../../platform/outbox.resolver.ts";
import { OUTBOX_BACKLOGS } from "../../platform/outbox.row.ts";
import { defineSubgraph } from "../../platform/subgraph.ts";
import { regionalContext } from "./context.ts";
import { PARTNER_CODE, partnerOf } from "./domain/partner.ts";
import { CandidateContribution } from "./graph/candidate.contribution.ts";
import { Candidate } from "./graph/candidate.type.ts";
import { OrganisationContribution } from "./graph/organisation.contribution.ts";
import { Organisation } from "./graph/organisation.type.ts";
import { RegionContribution } from "./graph/region.contribution.ts";
import {
  RegionProfileResolver,
  RegionalServiceResolver,
  RegionalVideoResolver,
} from "./graph/region-profile.resolver.ts";
import { Region } from "./graph/region.type.ts";
import { RegionalCoverageResolver, RegionalPartnerResolver } from "./graph/regional-partner.resolver.ts";
import { RetentionCheckResolver } from "./graph/retention-check.resolver.ts";
import { StatisticsContribution } from "./graph/statistics.contribution.ts";
import {
  WelcomeRegionStatisticsResolver,
  WelcomeRetentionStatisticsResolver,
  WelcomeStatisticsResolver,
} from "./graph/statistics.resolver.ts";
import { Statistics } from "./graph/statistics.type.ts";
import { VisitHostResolver } from "./graph/visit-host.resolver.ts";
import { VisitResolver } from "./graph/visit.resolver.ts";
import { WelcomeCapacityMonthResolver } from "./graph/welcome-capacity.resolver.ts";
import { WelcomeCaseResolver } from "./graph/welcome-case.resolver.ts";
import { WelcomeStepResolver } from "./graph/welcome-step.resolver.ts";
import { WelcomeResolver } from "./graph/welcome.resolver.ts";
import { WelcomeCaseMutations } from "./graph/welcome-case.mutations.ts";
import { WelcomeChecklistMutations } from "./graph/welcome-checklist.mutations.ts";
import { RetentionCheckMutations } from "./graph/retention-check.mutations.ts";
import { WelcomeCapacityMutations } from "./graph/welcome-capacity.mutations.ts";
import { RegionProfileMutations } from "./graph/region-profile.mutations.ts";
import { VisitHostMutations } from "./graph/visit-host.mutations.ts";
import { VisitMutations } from "./graph/visit.mutations.ts";
import { database } from "./store/database.ts";
import { capacityTasks } from "./tell-capacity.ts";

export const regional = defineSubgraph({
  name: "regional",
  environment: { GRANT_KEY: variable.secret() },
  database,
  tasks: () => deliveryTasksAnd(capacityTasks),
  backlogs: OUTBOX_BACKLOGS,
  // By the form of the code, to which the database holds every partner: a partner that joins is staff at once. A
  // code of that form without a row reaches nothing: each list and write is of the caller's own tenant.
  staff: (organisation) => PARTNER_CODE.test(organisation),
  tenant: partnerOf,
  // What professionals wrote for one another; decisions, scores and their reasons are the person's to know.
  notForThePerson: {
    WelcomeItem: ["note"],
    WelcomeStep: ["note"],
  },
  context: regionalContext,
  resolvers: [
    CandidateContribution,
    OrganisationContribution,
    RegionContribution,
    RegionProfileMutations,
    RegionProfileResolver,
    RegionalCoverageResolver,
    RegionalPartnerResolver,
    RegionalServiceResolver,
    RegionalVideoResolver,
    RetentionCheckMutations,
    RetentionCheckResolver,
    StatisticsContribution,
    VisitHostMutations,
    VisitHostResolver,
    VisitMutations,
    VisitResolver,
    WelcomeCapacityMonthResolver,
    WelcomeCapacityMutations,
    WelcomeCaseMutations,
    WelcomeCaseResolver,
    WelcomeChecklistMutations,
    WelcomeRegionStatisticsResolver,
    WelcomeResolver,
    WelcomeRetentionStatisticsResolver,
    WelcomeStatisticsResolver,
    WelcomeStepResolver,
    outboxResolver("welcome", "PROFESSIONAL", "SYSTEM"),
  ],
  entities: [Candidate, Organisation, Region, Statistics],
  references: {
    Candidate: (candidate: Candidate) => candidate,
    Organisation: (organisation: Organisation) => organisation,
    Region: (region: Region) => region,
    Statistics: (statistics: Statistics) => statistics,
  },
});
