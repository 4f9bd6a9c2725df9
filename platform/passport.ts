/**
 * The passport: who asks. The gateway signs one for each subgraph it calls; a subgraph answers nothing without.
 * The caller's own token never leaves the gateway, so that no partner's server can replay it.
 */
import {
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type JsonWebKey,
  type KeyObject,
} from "node:crypto";
import type { Scope } from "./system-scopes.ts";

/** The HTTP header that carries the passport from the gateway to a subgraph. */
export const PASSPORT_HEADER = "continuum-passport";

/** How long a passport is good for: long enough for one hop, too short to be worth stealing. */
export const PASSPORT_SECONDS = 30;

/** For how long the gateway shows the same one again for the same caller: to sign and to verify costs more than most of what is asked. */
const SHOWN_AGAIN_SECONDS = 10;

/** How many passports are remembered, by who signs and by who verifies. */
const MOST_REMEMBERED = 10_000;

/**
 * Between what is signed and the id of the request. The id is no claim: whoever could change it could as well change
 * the question that goes with it.
 */
const BEFORE_REQUEST = "~";

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

interface Claims {
  iss: typeof ISSUER;
  aud: string;
  sub: string;
  /** Seconds since 1970. */
  iat: number;
  exp: number;
  org: string;
  roles: readonly Role[];
  purpose: Purpose;
  purposes: readonly Purpose[];
  scopes: readonly Scope[];
}

/**
 * A signer with the gateway's private key (a JWK, Ed25519, with its `kid`, as JSON in base64url). It signs on the
 * spot: a trip to another thread costs several times the signature. What it signed is shown again for a few seconds.
 */
export async function passportSigner(privateKey: string): Promise<SignPassport> {
  const jwk = parseKey(privateKey);
  const key = createPrivateKey({ key: jwk, format: "jwk" });
  const header = headerOf(jwk.kid);
  const signed = new Remembered<{ iat: number; text: string }>();
  return async (viewer, subgraph) => {
    const { requestId, ...caller } = viewer;
    const iat = Math.floor(Date.now() / 1000);
    const who = JSON.stringify([subgraph, caller]);
    let passport = signed.get(who);
    if (!passport || iat - passport.iat >= SHOWN_AGAIN_SECONDS) {
      const body = encode(claimsOf(caller, subgraph, iat));
      const signature = sign(null, Buffer.from(`${header}.${body}`), key);
      passport = { iat, text: `${header}.${body}.${signature.toString("base64url")}` };
      signed.set(who, passport);
    }
    return `${passport.text}${BEFORE_REQUEST}${requestId}`;
  };
}

function claimsOf(caller: Omit<Viewer, "requestId">, subgraph: string, iat: number): Claims {
  return {
    iss: ISSUER,
    aud: subgraph,
    sub: caller.subject,
    iat,
    exp: iat + PASSPORT_SECONDS,
    org: caller.organisation,
    roles: caller.roles,
    purpose: caller.purpose,
    purposes: caller.purposes,
    scopes: caller.scopes,
  };
}

/** A verifier for the passports of one subgraph, with the gateway's public keys (JWKs as JSON in base64url, comma separated, so that a key can be rotated). */
export async function passportVerifier(subgraph: string, publicKeys: string): Promise<VerifyPassport> {
  // A passport's header has one form for each key: any other, `none` and foreign algorithms included, finds no key.
  const keys = new Map(
    publicKeys.split(",").map((text) => {
      const jwk = parseKey(text);
      return [headerOf(jwk.kid), createPublicKey({ key: jwk, format: "jwk" })];
    }),
  );
  const verified = new Remembered<Claims>();
  return async (token) => {
    const [passport = "", requestId = "", ...rest] = token?.split(BEFORE_REQUEST) ?? [];
    if (requestId === "" || rest.length > 0) throw new PassportRefused();
    const claims = verified.get(passport) ?? claimsIn(passport, keys);
    if (!claims || claims.iss !== ISSUER || claims.aud !== subgraph || !isFresh(claims))
      throw new PassportRefused();
    verified.set(passport, claims);
    return {
      subject: claims.sub,
      organisation: claims.org,
      roles: claims.roles,
      purpose: claims.purpose,
      purposes: claims.purposes,
      scopes: claims.scopes,
      requestId,
    };
  };
}

/** What a passport claims, if one of `keys` has signed it. */
function claimsIn(passport: string, keys: ReadonlyMap<string, KeyObject>): Claims | null {
  const [header = "", body = "", signature = "", ...rest] = passport.split(".");
  const key = keys.get(header);
  if (!key || rest.length > 0) return null;
  const isSigned = verify(null, Buffer.from(`${header}.${body}`), key, Buffer.from(signature, "base64url"));
  return isSigned ? decode(body) : null;
}

/** The last few thousand values by their text; all are forgotten when they become too many. */
class Remembered<Value> {
  readonly #values = new Map<string, Value>();

  get(text: string): Value | undefined {
    return this.#values.get(text);
  }

  set(text: string, value: Value): void {
    if (this.#values.size >= MOST_REMEMBERED) this.#values.clear();
    this.#values.set(text, value);
  }
}

function headerOf(kid: string | undefined): string {
  return encode({ alg: ALGORITHM, typ: TYPE, ...(kid ? { kid } : {}) });
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

const TEXTS = ["iss", "aud", "sub", "org", "purpose"] as const;

/** The claims in `body`, if all are there. */
function decode(body: string): Claims | null {
  try {
    const claims = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Partial<Claims>;
    const whole =
      TEXTS.every((name) => typeof claims[name] === "string" && claims[name] !== "") &&
      Array.isArray(claims.roles) &&
      Array.isArray(claims.purposes) &&
      Array.isArray(claims.scopes) &&
      Number.isInteger(claims.iat) &&
      Number.isInteger(claims.exp);
    return whole ? (claims as Claims) : null;
  } catch {
    return null;
  }
}

/** Neither from the future nor too old, whatever expiry it claims. */
function isFresh({ iat, exp }: Claims): boolean {
  const now = Math.floor(Date.now() / 1000);
  return iat <= now && now < exp && now - iat <= PASSPORT_SECONDS;
}

function parseKey(text: string): JsonWebKey & { kid?: string } {
  return JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as JsonWebKey & { kid?: string };
}
