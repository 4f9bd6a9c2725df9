/** What the resolvers of this subgraph are given for one request. */
import { grantReader, type Grant } from "../../platform/grant.ts";
import type { RequestContext } from "../../platform/subgraph.ts";
import { ticketReader, type ReadTicket } from "../../platform/ticket.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

export interface FccqContext extends RequestContext {
  load: Loaders;
  /** The grant of the section `matching`, or null when it does not hold for this viewer and request. */
  matchingGrant: (token: string | null | undefined) => Grant | null;
  readTicket: ReadTicket;
}

/** The context of each request, with the key that the registry shares with this partner. */
export function fccqContext({ GRANT_KEY }: { GRANT_KEY: string }): (base: RequestContext) => FccqContext {
  const readGrant = grantReader(GRANT_KEY);
  const readTicket = ticketReader(GRANT_KEY);
  return (base) => ({
    ...base,
    load: createLoaders(base),
    matchingGrant: (token) => readGrant(token, "MATCHING", base.viewer),
    readTicket,
  });
}
