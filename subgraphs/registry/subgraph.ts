/** The alliance's own subgraph: who the person is, what they agreed to, and where they stand. A table of contents. */
import { variable } from "../../platform/environment.ts";
import { defineSubgraph } from "../../platform/subgraph.ts";
import { registryContext, type RegistryContext } from "./context.ts";
import { AccessResolver, ConsentResolver, GrantResolver } from "./graph/access.resolver.ts";
import { BatonResolver } from "./graph/baton.resolver.ts";
import { CandidateResolver } from "./graph/candidate.resolver.ts";
import { Candidate } from "./graph/candidate.type.ts";
import { ConsentMutations } from "./graph/consent.mutations.ts";
import { DigestLineResolver, DigestResolver } from "./graph/digest.resolver.ts";
import { DisclosureLookResolver, WHO_LOOKED_RESOLVERS } from "./graph/disclosure.resolver.ts";
import { AccountResolver } from "./graph/account.resolver.ts";
import { CorrectionResolver, CorrectionTaskResolver } from "./graph/correction.resolver.ts";
import { DeclarationResolver } from "./graph/declaration.resolver.ts";
import { EmergencyResolver } from "./graph/emergency.resolver.ts";
import { IdentityResolver, SOURCE_RESOLVERS } from "./graph/identity.resolver.ts";
import { IncidentResolver } from "./graph/incident.resolver.ts";
import { openCandidate } from "./graph/open-candidate.ts";
import { NewsResolver } from "./graph/news.resolver.ts";
import { OrganisationMutations } from "./graph/organisation.mutations.ts";
import { OrganisationMandateResolver, OrganisationResolver } from "./graph/organisation.resolver.ts";
import { Organisation } from "./graph/organisation.type.ts";
import { MilestoneReportResultResolver } from "./graph/milestone-report.resolver.ts";
import { CandidateExportResolver, PersonalExportResolver } from "./graph/personal-export.resolver.ts";
import { PathwayMutations } from "./graph/pathway.mutations.ts";
import { MilestoneResolver, PathwayResolver, StageResolver } from "./graph/pathway.resolver.ts";
import { PreviewResolver } from "./graph/preview.resolver.ts";
import { ProfessionalResolver } from "./graph/professional.resolver.ts";
import { ReferralMutations } from "./graph/referral.mutations.ts";
import { ReferralCapacityResolver } from "./graph/referral-capacity.resolver.ts";
import { ReferralMoveResolver, ReferralResolver } from "./graph/referral.resolver.ts";
import { RegionResolver } from "./graph/region.resolver.ts";
import { Region } from "./graph/region.type.ts";
import { DUPLICATE_RESOLVERS } from "./graph/duplicate.resolver.ts";
import { RegistrationMutations, RegistrationRecordPayloadResolver } from "./graph/registration.mutations.ts";
import { RegistrationResolver } from "./graph/registration.resolver.ts";
import { SCOPES_ASKED } from "./graph/scopes.ts";
import { PathwayStatisticsResolver, StatisticsResolver } from "./graph/statistics.resolver.ts";
import { Statistics } from "./graph/statistics.type.ts";
import {
  AssessmentResolver,
  CandidateSupportResolver,
  SuggestedSupportResolver,
  SuggestionsResolver,
  SupportNeedResolver,
} from "./graph/support.resolver.ts";
import { SupportMutations } from "./graph/support.mutations.ts";
import { TrustedOperationResolver } from "./graph/trusted-operation.resolver.ts";
import { ViewerResolver } from "./graph/viewer.resolver.ts";
import { WebhookDeliveryResolver, WebhookResolver } from "./graph/webhook.resolver.ts";
import { WEBHOOK_ENVIRONMENT } from "./news.ts";
import { newsStream } from "./news-stream.ts";
import { database } from "./store/database.ts";
import { SEAL_BACKLOG } from "./store/seal-disclosures.ts";
import { WEBHOOK_BACKLOG } from "./store/webhook-delivery.row.ts";
import type { FileKey } from "./store/files.ts";

export const registry = defineSubgraph({
  name: "registry",
  environment: {
    FCCQ_GRANT_KEY: variable.secret(),
    EER_GRANT_KEY: variable.secret(),
    CCMM_GRANT_KEY: variable.secret(),
    REGIONAL_GRANT_KEY: variable.secret(),
    ...WEBHOOK_ENVIRONMENT,
  },
  database,
  backlogs: { ...SEAL_BACKLOG, ...WEBHOOK_BACKLOG },
  // Every organisation writes in the registry what is its own; each action says what that is.
  staff: () => true,
  scopes: SCOPES_ASKED,
  // What professionals wrote for one another; decisions, scores and their reasons are the person's to know.
  notForThePerson: {
    Assessment: ["note"],
    Referral: ["message"],
    SupportNeed: ["note"],
  },
  context: registryContext,
  routes: newsStream,
  resolvers: [
    AccessResolver,
    AccountResolver,
    AssessmentResolver,
    BatonResolver,
    CandidateExportResolver,
    CandidateResolver,
    CandidateSupportResolver,
    ConsentMutations,
    ConsentResolver,
    CorrectionResolver,
    CorrectionTaskResolver,
    DeclarationResolver,
    DigestLineResolver,
    DigestResolver,
    DisclosureLookResolver,
    EmergencyResolver,
    GrantResolver,
    IdentityResolver,
    IncidentResolver,
    MilestoneReportResultResolver,
    MilestoneResolver,
    NewsResolver,
    OrganisationMandateResolver,
    OrganisationMutations,
    OrganisationResolver,
    PathwayMutations,
    PathwayResolver,
    PathwayStatisticsResolver,
    PersonalExportResolver,
    PreviewResolver,
    ProfessionalResolver,
    ReferralCapacityResolver,
    ReferralMoveResolver,
    ReferralMutations,
    ReferralResolver,
    RegionResolver,
    RegistrationMutations,
    RegistrationRecordPayloadResolver,
    RegistrationResolver,
    StageResolver,
    StatisticsResolver,
    SuggestedSupportResolver,
    SuggestionsResolver,
    SupportMutations,
    SupportNeedResolver,
    TrustedOperationResolver,
    ViewerResolver,
    WebhookDeliveryResolver,
    WebhookResolver,
    ...DUPLICATE_RESOLVERS,
    ...SOURCE_RESOLVERS,
    ...WHO_LOOKED_RESOLVERS,
  ],
  entities: [Candidate, Organisation, Region, Statistics],
  references: {
    Candidate: (key: FileKey, context: RegistryContext, info) => openCandidate(key, context, info),
    Organisation: ({ code }: Organisation, { load }: RegistryContext) => load.organisation(code),
    Region: ({ code }: Region, { load }: RegistryContext) => load.region(code),
    Statistics: (period: Statistics) => period,
  },
});
