/** FCCQ's subgraph, « Un emploi en sol québécois »: matching with employers in the regions. A table of contents. */
import { deliveryTasks } from "../../platform/deliver.ts";
import { variable } from "../../platform/environment.ts";
import { outboxResolver } from "../../platform/outbox.resolver.ts";
import { OUTBOX_BACKLOGS } from "../../platform/outbox.row.ts";
import { defineSubgraph } from "../../platform/subgraph.ts";
import { fccqContext } from "./context.ts";
import {
  ActivityCompanyResolver,
  ActivityParticipationResolver,
} from "./graph/activity-attendance.resolver.ts";
import { ActivityMutations } from "./graph/activity.mutations.ts";
import { ActivityResolver } from "./graph/activity.resolver.ts";
import { BusinessResolver } from "./graph/business.resolver.ts";
import { CandidateContribution } from "./graph/candidate.contribution.ts";
import { Candidate } from "./graph/candidate.type.ts";
import { ChamberResolver } from "./graph/chamber.resolver.ts";
import {
  InterviewEventResolver,
  InterviewRoomResolver,
  InterviewSlotResolver,
} from "./graph/interview-event.resolver.ts";
import { InterviewMutations } from "./graph/interview.mutations.ts";
import { InterviewResolver } from "./graph/interview.resolver.ts";
import { MatchReviewMutations } from "./graph/match-review.mutations.ts";
import { MatchReviewResolver } from "./graph/match-review.resolver.ts";
import { MatchMutations } from "./graph/match.mutations.ts";
import { MatchResolver } from "./graph/match.resolver.ts";
import { MatchingResolver } from "./graph/matching.resolver.ts";
import { MediaMutations } from "./graph/media.mutations.ts";
import { MediaResolver, MediaSpeakerResolver } from "./graph/media.resolver.ts";
import { NetworkMutations } from "./graph/network.mutations.ts";
import { OfferMutations } from "./graph/offer.mutations.ts";
import { OfferResolver } from "./graph/offer.resolver.ts";
import { BusinessNetworkResolver, OrganisationContribution } from "./graph/organisation.contribution.ts";
import { Organisation } from "./graph/organisation.type.ts";
import { ParticipantMutations } from "./graph/participant.mutations.ts";
import { ParticipantResolver } from "./graph/participant.resolver.ts";
import { PositionMutations } from "./graph/position.mutations.ts";
import { PositionResolver } from "./graph/position.resolver.ts";
import { RegionContribution } from "./graph/region.contribution.ts";
import { Region } from "./graph/region.type.ts";
import {
  MatchingStatisticsResolver,
  RegionMatchingStatisticsResolver,
  StatisticsContribution,
} from "./graph/statistics.contribution.ts";
import { Statistics } from "./graph/statistics.type.ts";
import { SupportMutations } from "./graph/support.mutations.ts";
import { TargetedRegionResolver } from "./graph/targeted-region.resolver.ts";
import { WorkerFollowUpResolver } from "./graph/worker-follow-up.resolver.ts";
import { database } from "./store/database.ts";

export const fccq = defineSubgraph({
  name: "fccq",
  environment: { GRANT_KEY: variable.secret() },
  database,
  tasks: deliveryTasks,
  backlogs: OUTBOX_BACKLOGS,
  staff: (organisation) => organisation === "fccq",
  context: fccqContext,
  // What professionals wrote for one another; decisions, scores and their reasons are the person's to know.
  notForThePerson: {
    FinancialGuidance: ["note"],
    WorkerFollowUp: ["note"],
  },
  resolvers: [
    ActivityCompanyResolver,
    ActivityMutations,
    ActivityParticipationResolver,
    ActivityResolver,
    BusinessNetworkResolver,
    BusinessResolver,
    CandidateContribution,
    ChamberResolver,
    InterviewEventResolver,
    InterviewMutations,
    InterviewResolver,
    InterviewRoomResolver,
    InterviewSlotResolver,
    MatchMutations,
    MatchResolver,
    MatchReviewMutations,
    MatchReviewResolver,
    MatchingResolver,
    MatchingStatisticsResolver,
    MediaMutations,
    MediaResolver,
    MediaSpeakerResolver,
    NetworkMutations,
    OfferMutations,
    OfferResolver,
    OrganisationContribution,
    ParticipantMutations,
    ParticipantResolver,
    PositionMutations,
    PositionResolver,
    RegionContribution,
    RegionMatchingStatisticsResolver,
    StatisticsContribution,
    SupportMutations,
    TargetedRegionResolver,
    WorkerFollowUpResolver,
    outboxResolver("matching", "OFFICER", "SYSTEM"),
  ],
  entities: [Candidate, Organisation, Region, Statistics],
  references: {
    Candidate: (candidate: Candidate) => candidate,
    Organisation: (organisation: Organisation) => organisation,
    Region: (region: Region) => region,
    Statistics: (statistics: Statistics) => statistics,
  },
});
