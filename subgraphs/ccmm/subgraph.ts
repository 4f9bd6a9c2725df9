/** CCMM's subgraph, « Passerelle sectorielle »: from registration to a job on the island of Montréal. A table of contents. */
import { deliveryTasks } from "../../platform/deliver.ts";
import { variable } from "../../platform/environment.ts";
import { outboxResolver } from "../../platform/outbox.resolver.ts";
import { OUTBOX_BACKLOGS } from "../../platform/outbox.row.ts";
import { defineSubgraph } from "../../platform/subgraph.ts";
import { ccmmContext } from "./context.ts";
import { CCMM } from "./domain/programme.ts";
import { ActivityMutations } from "./graph/activity.mutations.ts";
import { ActivityResolver } from "./graph/activity.resolver.ts";
import { AdviserMutations } from "./graph/adviser.mutations.ts";
import { AdviserResolver } from "./graph/adviser.resolver.ts";
import { AttendanceResolver } from "./graph/attendance.resolver.ts";
import { CallMutations } from "./graph/call.mutations.ts";
import { CallResolver } from "./graph/call.resolver.ts";
import { CandidateContribution } from "./graph/candidate.contribution.ts";
import { Candidate } from "./graph/candidate.type.ts";
import { EmployerMutations } from "./graph/employer.mutations.ts";
import { EmployerResolver } from "./graph/employer.resolver.ts";
import { EventEmployerResolver, EventParticipantResolver } from "./graph/event-guest.resolver.ts";
import { EventMutations } from "./graph/event.mutations.ts";
import { EventResolver } from "./graph/event.resolver.ts";
import { ExchangeMutations } from "./graph/exchange.mutations.ts";
import { ExchangeResolver } from "./graph/exchange.resolver.ts";
import { ExerciseMutations } from "./graph/exercise.mutations.ts";
import { InterviewMutations } from "./graph/interview.mutations.ts";
import { InterviewResolver } from "./graph/interview.resolver.ts";
import { OrganisationContribution } from "./graph/organisation.contribution.ts";
import { Organisation } from "./graph/organisation.type.ts";
import { OutcomeMutations } from "./graph/outcome.mutations.ts";
import { OutcomeResolver } from "./graph/outcome.resolver.ts";
import { PairingResolver } from "./graph/pairing.resolver.ts";
import { ParticipantMutations } from "./graph/participant.mutations.ts";
import { ParticipantResolver } from "./graph/participant.resolver.ts";
import { PasserelleResolver } from "./graph/passerelle.resolver.ts";
import { RegionContribution } from "./graph/region.contribution.ts";
import { Region } from "./graph/region.type.ts";
import { PasserelleStatisticsResolver, StatisticsContribution } from "./graph/statistics.contribution.ts";
import { Statistics } from "./graph/statistics.type.ts";
import { VideoMutations } from "./graph/video.mutations.ts";
import { database } from "./store/database.ts";

export const ccmm = defineSubgraph({
  name: "ccmm",
  environment: { GRANT_KEY: variable.secret() },
  database,
  tasks: deliveryTasks,
  backlogs: OUTBOX_BACKLOGS,
  staff: (organisation) => organisation === CCMM,
  // What professionals wrote for one another; decisions, scores and their reasons are the person's to know.
  notForThePerson: {
    PasserelleCall: ["note"],
  },
  context: ccmmContext,
  resolvers: [
    ActivityMutations,
    ActivityResolver,
    AdviserMutations,
    AdviserResolver,
    AttendanceResolver,
    CallMutations,
    CallResolver,
    CandidateContribution,
    EmployerMutations,
    EmployerResolver,
    EventEmployerResolver,
    EventMutations,
    EventParticipantResolver,
    EventResolver,
    ExchangeMutations,
    ExchangeResolver,
    ExerciseMutations,
    InterviewMutations,
    InterviewResolver,
    OrganisationContribution,
    OutcomeMutations,
    OutcomeResolver,
    PairingResolver,
    ParticipantMutations,
    ParticipantResolver,
    PasserelleResolver,
    PasserelleStatisticsResolver,
    RegionContribution,
    StatisticsContribution,
    VideoMutations,
    outboxResolver("passerelle", "ADVISER", "SYSTEM"),
  ],
  entities: [Candidate, Organisation, Region, Statistics],
  references: {
    Candidate: (candidate: Candidate) => candidate,
    Organisation: (organisation: Organisation) => organisation,
    Region: (region: Region) => region,
    Statistics: (statistics: Statistics) => statistics,
  },
});
