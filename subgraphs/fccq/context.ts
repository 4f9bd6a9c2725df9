/** What the resolvers of this subgraph are given for one request. */
import { dayInQuebec } from "../../platform/action.ts";
import { grantReader, type Grant } from "../../platform/grant.ts";
import type { RequestContext } from "../../platform/subgraph.ts";
import { ticketReader, type ReadTicket } from "../../platform/ticket.ts";
import type { Candidate } from "./graph/candidate.type.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

export interface FccqContext extends RequestContext {
  load: Loaders;
  /** What the grant of the section MATCHING covers; null when it does not hold for this viewer, request and person. */
  matchingGrant: (candidate: Candidate) => Grant | null;
  readTicket: ReadTicket;
}

/** The context of each request, with the key that the registry shares with this partner. */
export function fccqContext({ GRANT_KEY }: { GRANT_KEY: string }): (base: RequestContext) => FccqContext {
  const readGrant = grantReader(GRANT_KEY);
  const readTicket = ticketReader(GRANT_KEY);
  return (base) => ({
    ...base,
    load: createLoaders(base, dayInQuebec(base.now())),
    matchingGrant: (candidate) => readGrant(candidate.matchingGrant, "MATCHING", base.viewer, candidate),
    readTicket,
  });
}
