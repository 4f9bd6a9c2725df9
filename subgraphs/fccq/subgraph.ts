/** FCCQ's subgraph, « Un emploi en sol québécois »: matching with employers in the regions. A table of contents. */
import { variable } from "../../platform/environment.ts";
import { defineSubgraph } from "../../platform/subgraph.ts";
import { fccqContext, type FccqContext } from "./context.ts";
import { BusinessResolver } from "./graph/business.resolver.ts";
import { CandidateContribution } from "./graph/candidate.contribution.ts";
import { Candidate } from "./graph/candidate.type.ts";
import { ChamberResolver } from "./graph/chamber.resolver.ts";
import { MatchMutations } from "./graph/match.mutations.ts";
import { MatchResolver } from "./graph/match.resolver.ts";
import { MatchingResolver } from "./graph/matching.resolver.ts";
import { ParticipantMutations } from "./graph/participant.mutations.ts";
import { ParticipantResolver } from "./graph/participant.resolver.ts";
import { PositionMutations } from "./graph/position.mutations.ts";
import { PositionResolver } from "./graph/position.resolver.ts";
import { RegionContribution } from "./graph/region.contribution.ts";
import { Region } from "./graph/region.type.ts";
import { database } from "./store/database.ts";

export const fccq = defineSubgraph({
  name: "fccq",
  environment: { GRANT_KEY: variable.secret() },
  database,
  staff: (organisation) => organisation === "fccq",
  context: fccqContext,
  resolvers: [
    BusinessResolver,
    CandidateContribution,
    ChamberResolver,
    MatchMutations,
    MatchResolver,
    MatchingResolver,
    ParticipantMutations,
    ParticipantResolver,
    PositionMutations,
    PositionResolver,
    RegionContribution,
  ],
  entities: [Candidate, Region],
  references: {
    Candidate: (candidate: Candidate) => candidate,
    Region: (region: Region) => region,
  },
});

export type { FccqContext };
