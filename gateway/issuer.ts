/** The OIDC issuer: where its keys are, and whether a token is really one of its access tokens for this graph. */
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { Refusal } from "./refusal.ts";

/** Signatures that need no shared secret. A token cannot choose `none`, nor turn a public key into an HMAC key. */
const ALGORITHMS = [
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
  "PS256",
  "PS384",
  "PS512",
  "RS256",
  "RS384",
  "RS512",
];

/** How long the issuer may take, and how long a failed attempt is remembered so that callers do not storm it (ms). */
const ISSUER_TIMEOUT = 5_000;
const RETRY_AFTER = 2_000;

/** Seconds by which the clocks of the issuer and of the gateway may differ. */
const CLOCK_TOLERANCE = 5;

/** The longest life that a token may have left, in seconds: one that never ends, in all but name, is none. */
const LONGEST_LIFE = 24 * 3_600;

/** Gives the claims of a valid access token; throws a {@link Refusal} for any other. */
export type VerifyAccessToken = (token: string) => Promise<JWTPayload>;

/**
 * A verifier of the access tokens (RFC 9068) that `issuer` gives out for `audience`. Keys come only from the
 * issuer's own discovery document: what a token says of keys (`jku`, `x5u`, `jwk`) is never followed.
 */
export function accessTokenVerifier(issuer: string, audience: string): VerifyAccessToken {
  const keys = issuerKeys(issuer);
  return async (token) => {
    const getKey = await keys();
    try {
      const { payload } = await jwtVerify(token, getKey, {
        algorithms: ALGORITHMS,
        typ: "at+jwt",
        issuer,
        audience,
        requiredClaims: ["sub", "exp"],
        clockTolerance: CLOCK_TOLERANCE,
      });
      if (!payload.sub || (payload.exp ?? Infinity) > Date.now() / 1000 + LONGEST_LIFE) throw refused();
      return payload;
    } catch (error) {
      throw isTokenFault(error) ? refused() : unreachable();
    }
  };
}

function issuerKeys(issuer: string): () => Promise<JWTVerifyGetKey> {
  let found: Promise<JWTVerifyGetKey> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (found) return found;
    if (performance.now() - failedAt < RETRY_AFTER) throw unreachable();
    found = discover(issuer).catch(() => {
      found = undefined;
      failedAt = performance.now();
      throw unreachable();
    });
    return found;
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(ISSUER_TIMEOUT), redirect: "error" });
  if (!answer.ok) throw new Error(`discovery answered ${answer.status}`);
  const metadata = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
  // A document of another issuer would make its keys good here.
  if (metadata.issuer !== issuer || typeof metadata.jwks_uri !== "string")
    throw new Error("discovery is of another issuer");
  return createRemoteJWKSet(new URL(metadata.jwks_uri), { timeoutDuration: ISSUER_TIMEOUT });
}

/** Whether the token is to blame; otherwise the issuer's keys could not be had. */
function isTokenFault(error: unknown): boolean {
  if (error instanceof Refusal) return true;
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  // jose reports a key set that cannot be fetched with the bare base class.
  return error instanceof errors.JOSEError && error.code !== "ERR_JOSE_GENERIC";
}

function refused(): Refusal {
  return new Refusal(
    "UNAUTHENTICATED",
    "A valid access token is required: sign in and send it as a bearer token.",
  );
}

function unreachable(): Refusal {
  return new Refusal(
    "ISSUER_UNAVAILABLE",
    "The login service cannot be reached, so nobody can be recognised: try again in a minute.",
  );
}
