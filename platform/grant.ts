/**
 * The grant: what of this person. The registry mints one per candidate and section, for one viewer and one
 * request; the partner that owns the section reads the person from the grant alone.
 *
 * The form is fixed (`expiry~candidate~registration~….seal`), with no header and so no algorithm to confuse. What the
 * partner knows by itself, who asks for what section, is sealed with the rest and not written out: a grant for another
 * viewer, organisation, purpose, request or section has another seal. The key is shared by the registry and one
 * partner: a grant for one partner is noise to another.
 */
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from "node:crypto";
import type { Viewer } from "./passport.ts";

/** How long a grant is good for, in seconds. A withdrawal of consent is effective at the next request. */
export const GRANT_SECONDS = 30;

/** The sections of a file that a partner owns, each behind its own grant. */
export const GRANT_SECTIONS = ["MATCHING", "EMPLOYABILITY", "RELOCATION", "PASSERELLE", "WELCOME"] as const;
export type GrantSection = (typeof GRANT_SECTIONS)[number];

export interface Grant {
  candidateId: string;
  /** The registrations of the person with the partner that owns the section, and no others. */
  registrationIds: readonly string[];
  section: GrantSection;
}

/** Between the parts of what is sealed; no UUID has it. */
const BETWEEN = "~";

export type MintGrant = (grant: Grant, viewer: Viewer) => string;
export type ReadGrant = (
  token: string | null | undefined,
  section: GrantSection,
  viewer: Viewer,
  person: Person,
) => Grant | null;

/** A person as a representation names them: by either key, or by none when only the grant speaks. */
export interface Person {
  id?: string | null;
  registrationId?: string | null;
}

/** A minter of grants for one partner. The ids are UUIDs, as in the tables. `now` gives milliseconds since 1970. */
export function grantMinter(key: string, now: () => number = Date.now): MintGrant {
  const secret = secretOf(key);
  return ({ candidateId, registrationIds, section }, viewer) => {
    const expiry = (Math.floor(now() / 1000) + GRANT_SECONDS).toString(36);
    const body = [expiry, candidateId, ...registrationIds].join(BETWEEN);
    return `${body}.${seal(secret, section, viewer, body)}`;
  };
}

/**
 * A reader of grants for one partner. It gives `null`, and never a reason, for a grant that is missing, forged,
 * stale, or for another viewer, organisation, purpose, request, section or person: the same nothing as for an
 * unknown person.
 */
export function grantReader(key: string, now: () => number = Date.now): ReadGrant {
  const secret = secretOf(key);
  return (token, section, viewer, person) => {
    if (!token) return null;
    const [body, given, ...rest] = token.split(".");
    if (!body || !given || rest.length > 0) return null;
    if (!isSame(given, seal(secret, section, viewer, body))) return null;
    const [expiry = "", candidateId = "", ...registrationIds] = body.split(BETWEEN);
    const grant: Grant = { candidateId, registrationIds, section };
    return parseInt(expiry, 36) > now() / 1000 && covers(grant, person) ? grant : null;
  };
}

/** The planner may hand a partner its own registration id or the candidate's id beside the grant: the grant decides. */
function covers({ candidateId, registrationIds }: Grant, { id, registrationId }: Person): boolean {
  return (
    (id == null || id === candidateId) && (registrationId == null || registrationIds.includes(registrationId))
  );
}

/** As an object of its own: node would find out anew what the bytes are at every signature, which costs five of them. */
function secretOf(key: string): KeyObject {
  return createSecretKey(Buffer.from(key, "base64url"));
}

function seal(secret: KeyObject, section: GrantSection, viewer: Viewer, body: string): string {
  return createHmac("sha256", secret)
    .update(`${section}${whoAsks(viewer)}${body}`)
    .digest("base64url");
}

/** Who asks, in every request once: a worklist makes, and its partners check, hundreds of grants for the same viewer. */
const VIEWERS = new WeakMap<Viewer, string>();

/** A list in JSON: it says itself where it ends. */
function whoAsks(viewer: Viewer): string {
  const known = VIEWERS.get(viewer);
  if (known !== undefined) return known;
  const { subject, organisation, purpose, requestId } = viewer;
  const text = JSON.stringify([subject, organisation, purpose, requestId]);
  VIEWERS.set(viewer, text);
  return text;
}

/** In a time that does not tell how much of it is right. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
