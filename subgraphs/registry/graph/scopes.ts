/** What the registry's root fields ask of systems; see platform/system-scopes.ts. */
import type { RootScopes } from "../../../platform/system-scopes.ts";

export const SCOPES_ASKED: RootScopes = {
  Query: {
    me: "ANY",
    organisation: "ANY",
    organisations: "ANY",
    organisationGroups: "ANY",
    region: "ANY",
    regions: "ANY",
    statistics: "statistics:read",
  },
  Mutation: {
    capacity: "milestones:write",
    correction: "registrations:write",
    milestone: "milestones:write",
    milestones: "milestones:write",
    referral: "referrals:write",
    registration: "registrations:write",
    webhook: "candidates:read",
  },
  otherQueries: "candidates:read",
};
