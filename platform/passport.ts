/**
 * The passport: who asks. The gateway signs one for each subgraph it calls; a subgraph answers nothing without.
 * The caller's own token never leaves the gateway, so that no partner's server can replay it.
 */
import { importJWK, jwtVerify, SignJWT, type CryptoKey, type JWK, type KeyObject } from "jose";
import type { Scope } from "./system-scopes.ts";

/** The HTTP header that carries the passport from the gateway to a subgraph. */
export const PASSPORT_HEADER = "continuum-passport";

/** How long a passport is good for: long enough for one hop, too short to be worth stealing. */
export const PASSPORT_SECONDS = 30;

const ISSUER = "continuum-gateway";
const TYPE = "passport+jwt";
const ALGORITHM = "EdDSA";

export const ROLES = [
  "COUNSELLOR",
  "OFFICER",
  "ADVISER",
  "PROFESSIONAL",
  "COORDINATOR",
  "SYSTEM",
  "DASHBOARD",
  "CANDIDATE",
] as const;
/** What a caller is within their organisation. */
export type Role = (typeof ROLES)[number];

export const PURPOSES = ["SUPPORT", "COORDINATION", "STATISTICS", "SELF"] as const;
/** Why a caller asks: one purpose a request. */
export type Purpose = (typeof PURPOSES)[number];

/** Who asks, for whom and why; the same for every subgraph of one request. */
export interface Viewer {
  /** The subject of the caller's own token: stable, unique at the issuer. */
  subject: string;
  /** The code of the caller's organisation, as the registry knows it. */
  organisation: string;
  roles: readonly Role[];
  purpose: Purpose;
  /** The purposes this caller may choose from. */
  purposes: readonly Purpose[];
  /** What its token lets a system do (platform/system-scopes.ts); of no meaning for people. */
  scopes: readonly Scope[];
  /** The id of the request, as in logs, traces and disclosures. */
  requestId: string;
}

/** Thrown for any passport that is missing, malformed, expired or meant for somebody else; it never says which. */
export class PassportRefused extends Error {
  override readonly name = "PassportRefused";
  readonly code = "UNAUTHENTICATED";
  constructor() {
    super("A valid passport is required.");
  }
}

export type SignPassport = (viewer: Viewer, subgraph: string) => Promise<string>;
export type VerifyPassport = (token: string | undefined) => Promise<Viewer>;

/** A signer with the gateway's private key (a JWK, Ed25519, with its `kid`, as JSON in base64url). */
export async function passportSigner(privateKey: string): Promise<SignPassport> {
  const jwk = parseKey(privateKey);
  const key = await importJWK(jwk, ALGORITHM);
  return (viewer, subgraph) =>
    new SignJWT({
      org: viewer.organisation,
      roles: [...viewer.roles],
      purpose: viewer.purpose,
      purposes: [...viewer.purposes],
      scopes: [...viewer.scopes],
      rid: viewer.requestId,
    })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, ...(jwk.kid ? { kid: jwk.kid } : {}) })
      .setIssuer(ISSUER)
      .setAudience(subgraph)
      .setSubject(viewer.subject)
      .setIssuedAt()
      .setExpirationTime(`${PASSPORT_SECONDS}s`)
      .sign(key);
}

/** A verifier for the passports of one subgraph, with the gateway's public keys (JWKs as JSON in base64url, comma separated, so that a key can be rotated). */
export async function passportVerifier(subgraph: string, publicKeys: string): Promise<VerifyPassport> {
  const keys = new Map<string | undefined, CryptoKey | KeyObject | Uint8Array>();
  for (const text of publicKeys.split(",")) {
    const jwk = parseKey(text);
    keys.set(jwk.kid, await importJWK(jwk, ALGORITHM));
  }
  return async (token) => {
    if (!token) throw new PassportRefused();
    try {
      const { payload } = await jwtVerify(
        token,
        (header) => {
          const key = keys.get(header.kid);
          if (!key) throw new PassportRefused();
          return key;
        },
        {
          algorithms: [ALGORITHM],
          typ: TYPE,
          issuer: ISSUER,
          audience: subgraph,
          requiredClaims: ["sub", "exp", "iat", "org", "roles", "purpose", "scopes", "rid"],
          maxTokenAge: PASSPORT_SECONDS,
        },
      );
      return {
        subject: payload.sub as string,
        organisation: payload["org"] as string,
        roles: payload["roles"] as Role[],
        purpose: payload["purpose"] as Purpose,
        purposes: payload["purposes"] as Purpose[],
        scopes: payload["scopes"] as Scope[],
        requestId: payload["rid"] as string,
      };
    } catch {
      throw new PassportRefused();
    }
  };
}

function parseKey(text: string): JWK {
  return JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as JWK;
}
