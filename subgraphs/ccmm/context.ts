/** What the resolvers of this subgraph are given for one request. */
import { grantReader, type Grant } from "../../platform/grant.ts";
import type { RequestContext } from "../../platform/subgraph.ts";
import { ticketReader, type ReadTicket } from "../../platform/ticket.ts";
import type { Candidate } from "./graph/candidate.type.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

export interface CcmmContext extends RequestContext {
  load: Loaders;
  /** What the grant of the section PASSERELLE covers; null when it does not hold for this viewer, request and person. */
  passerelleGrant: (candidate: Candidate) => Grant | null;
  readTicket: ReadTicket;
}

/** The context of each request, with the key that the registry shares with this partner. */
export function ccmmContext({ GRANT_KEY }: { GRANT_KEY: string }): (base: RequestContext) => CcmmContext {
  const readGrant = grantReader(GRANT_KEY);
  const readTicket = ticketReader(GRANT_KEY);
  return (base) => ({
    ...base,
    load: createLoaders(base),
    passerelleGrant: (candidate) =>
      readGrant(candidate.passerelleGrant, "PASSERELLE", base.viewer, candidate),
    readTicket,
  });
}
