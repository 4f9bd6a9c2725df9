/** What the resolvers of this subgraph are given for one request. */
import { grantReader, type Grant } from "../../platform/grant.ts";
import type { RequestContext } from "../../platform/subgraph.ts";
import { ticketReader, type ReadTicket } from "../../platform/ticket.ts";
import { tellsMoreThanRole, type MemberInView } from "./domain/household.ts";
import { tenantOf } from "./domain/tenant.ts";
import type { Candidate } from "./graph/candidate.type.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

export interface EerContext extends RequestContext {
  load: Loaders;
  /** What the grant of the section EMPLOYABILITY covers; null when it does not hold for this viewer, request and person. */
  employabilityGrant: (candidate: Candidate) => Grant | null;
  /** The same for the section RELOCATION. */
  relocationGrant: (candidate: Candidate) => Grant | null;
  /**
   * Whether more than the role and age group of a member of a household may be told: to the staff who keep the
   * household, of a minor, and of an adult whose own grant for RELOCATION came with this request.
   */
  mayRead: (member: MemberOfTenant) => boolean;
  readTicket: ReadTicket;
}

interface MemberOfTenant extends MemberInView {
  tenant: string;
}

/** The context of each request, with the key that the registry shares with this partner. */
export function eerContext({ GRANT_KEY }: { GRANT_KEY: string }): (base: RequestContext) => EerContext {
  const readGrant = grantReader(GRANT_KEY);
  const readTicket = ticketReader(GRANT_KEY);
  return (base) => {
    const covered = new Set<string>();
    return {
      ...base,
      load: createLoaders(base),
      employabilityGrant(candidate) {
        const grant = readGrant(candidate.employabilityGrant, "EMPLOYABILITY", base.viewer, candidate);
        base.admit(grant?.registrationIds ?? []);
        return grant;
      },
      relocationGrant(candidate) {
        const grant = readGrant(candidate.relocationGrant, "RELOCATION", base.viewer, candidate);
        base.admit(grant?.registrationIds ?? []);
        for (const id of grant?.registrationIds ?? []) covered.add(id);
        return grant;
      },
      mayRead: (member) => tenantOf(base.viewer) === member.tenant || tellsMoreThanRole(member, covered),
      readTicket,
    };
  };
}
