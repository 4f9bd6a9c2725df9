/** What the resolvers of this subgraph are given for one request. */
import { dayInQuebec } from "../../platform/action.ts";
import { grantReader, type Grant } from "../../platform/grant.ts";
import type { RequestContext } from "../../platform/subgraph.ts";
import { ticketReader, type ReadTicket } from "../../platform/ticket.ts";
import type { Candidate } from "./graph/candidate.type.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

export interface RegionalContext extends RequestContext {
  load: Loaders;
  /** The day in Québec, as `2026-11-21`. */
  today: string;
  /** What the grant of the section WELCOME covers; null when it does not hold for this viewer, request and person. */
  welcomeGrant: (candidate: Candidate) => Grant | null;
  readTicket: ReadTicket;
}

/** The context of each request, with the key that the registry shares with the regional partners. */
export function regionalContext({
  GRANT_KEY,
}: {
  GRANT_KEY: string;
}): (base: RequestContext) => RegionalContext {
  const readGrant = grantReader(GRANT_KEY);
  const readTicket = ticketReader(GRANT_KEY);
  return (base) => {
    const today = dayInQuebec(base.now());
    return {
      ...base,
      today,
      load: createLoaders(base, today),
      welcomeGrant(candidate) {
        const grant = readGrant(candidate.welcomeGrant, "WELCOME", base.viewer, candidate);
        base.admit(grant?.registrationIds ?? []);
        return grant;
      },
      readTicket,
    };
  };
}
