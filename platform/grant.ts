/**
 * The grant: what of this person. The registry mints one per candidate and section, for one viewer and one
 * request; the partner that owns the section reads the person from the grant alone.
 *
 * The form is fixed (`base64url(JSON).base64url(HMAC-SHA-256)`), with no header and so no algorithm to confuse.
 * The key is shared by the registry and one partner: a grant for one partner is noise to another.
 */
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from "node:crypto";
import type { Purpose, Viewer } from "./passport.ts";

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

interface Claims {
  c: string;
  r: readonly string[];
  s: GrantSection;
  v: string;
  o: string;
  p: Purpose;
  q: string;
  /** Expiry, in seconds since 1970. */
  e: number;
}

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

/** A minter of grants for one partner. `now` gives milliseconds since 1970. */
export function grantMinter(key: string, now: () => number = Date.now): MintGrant {
  const secret = secretOf(key);
  return (grant, viewer) => {
    const claims: Claims = {
      c: grant.candidateId,
      r: grant.registrationIds,
      s: grant.section,
      v: viewer.subject,
      o: viewer.organisation,
      p: viewer.purpose,
      q: viewer.requestId,
      e: Math.floor(now() / 1000) + GRANT_SECONDS,
    };
    const body = Buffer.from(JSON.stringify(claims)).toString("base64url");
    return `${body}.${sign(secret, body).toString("base64url")}`;
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
    const [body, signature, ...rest] = token.split(".");
    if (!body || !signature || rest.length > 0) return null;
    const given = Buffer.from(signature, "base64url");
    const expected = sign(secret, body);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const claims = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Claims;
    const valid =
      claims.s === section &&
      claims.v === viewer.subject &&
      claims.o === viewer.organisation &&
      claims.p === viewer.purpose &&
      claims.q === viewer.requestId &&
      claims.e > now() / 1000 &&
      covers(claims, person);
    return valid ? { candidateId: claims.c, registrationIds: claims.r, section: claims.s } : null;
  };
}

/** The planner may hand a partner its own registration id or the candidate's id beside the grant: the grant decides. */
function covers(claims: Claims, { id, registrationId }: Person): boolean {
  return (id == null || id === claims.c) && (registrationId == null || claims.r.includes(registrationId));
}

/** As an object of its own: node would find out anew what the bytes are at every signature, which costs five of them. */
function secretOf(key: string): KeyObject {
  return createSecretKey(Buffer.from(key, "base64url"));
}

function sign(secret: KeyObject, body: string): Buffer {
  return createHmac("sha256", secret).update(body).digest();
}
