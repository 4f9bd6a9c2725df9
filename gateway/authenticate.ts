/** Who is calling: from the bearer token of a request to the {@link Viewer} that every subgraph is told about. */
import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { JWTPayload } from "jose";
import { PURPOSES, ROLES, type Purpose, type Role, type Viewer } from "../platform/passport.ts";
import { scopesIn } from "../platform/system-scopes.ts";
import type { VerifyAccessToken } from "./issuer.ts";
import { Refusal } from "./refusal.ts";

/** The header by which a caller chooses one of the purposes that its token allows; the first is the default. */
export const PURPOSE_HEADER = "continuum-purpose";

/** A longer token is none of ours, and is not worth a signature check. */
const LONGEST_TOKEN = 8_192;

/** Longest time for which a checked token is taken at its word, in milliseconds: a key withdrawn stops working by then. */
const REMEMBERED_FOR = 60_000;
const REMEMBERED_AT_MOST = 10_000;

/** A viewer, the program that asks for them, and until when their token is good. */
export interface Recognised extends Viewer {
  /** The client id of the token; its subject when it names none, as for a system that asks for itself. */
  client: string;
  /** When the token expires, in milliseconds since 1970. */
  expiresAt: number;
}

export type Authenticate = (request: FastifyRequest) => Promise<Recognised>;

/**
 * Recognises callers by their access token.
 * The result throws a {@link Refusal}: `UNAUTHENTICATED` without a good token, `FORBIDDEN` when the token gives no
 * organisation, role or purpose here, `PURPOSE_NOT_ALLOWED` when the chosen purpose is none of its own,
 * `ISSUER_UNAVAILABLE` when nobody can tell.
 */
export function authenticator(verify: VerifyAccessToken): Authenticate {
  const recognise = remembering(verify);
  return async (request) => {
    const caller = await recognise(bearerToken(request.headers.authorization));
    return {
      ...caller,
      purpose: choosePurpose(request.headers[PURPOSE_HEADER], caller.purposes),
      requestId: request.id,
    };
  };
}

type Caller = Omit<Recognised, "purpose" | "requestId">;

function bearerToken(header: string | undefined): string {
  const [, token] = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(header ?? "") ?? [];
  if (!token || token.length > LONGEST_TOKEN)
    throw new Refusal(
      "UNAUTHENTICATED",
      "An access token is required: sign in and send it in the header `Authorization: Bearer`.",
    );
  return token;
}

/** Checking a signature costs more than all else here, and a viewer's requests come in bursts with one token. */
function remembering(verify: VerifyAccessToken): (token: string) => Promise<Caller> {
  const known = new Map<string, { caller: Caller; until: number }>();
  return async (token) => {
    // Only a digest is kept, so that a memory dump holds no token that could be used.
    const digest = createHash("sha256").update(token).digest("base64");
    const hit = known.get(digest);
    if (hit && hit.until > Date.now()) return hit.caller;
    known.delete(digest);
    const payload = await verify(token);
    const caller = callerOf(payload);
    if (known.size >= REMEMBERED_AT_MOST) known.delete(known.keys().next().value ?? "");
    known.set(digest, {
      caller,
      until: Math.min(Date.now() + REMEMBERED_FOR, caller.expiresAt),
    });
    return caller;
  };
}

function callerOf(payload: JWTPayload): Caller {
  const organisation = payload["organisation"];
  const roles = knownValues<Role>(payload["roles"], ROLES);
  const purposes = knownValues<Purpose>(payload["purposes"], PURPOSES);
  if (typeof organisation !== "string" || !/^[a-z0-9][a-z0-9-]{0,63}$/.test(organisation))
    throw new Refusal(
      "FORBIDDEN",
      "The access token names no organisation: ask your administrator to add you to one.",
    );
  if (roles.length === 0 || purposes.length === 0)
    throw new Refusal(
      "FORBIDDEN",
      "The access token gives no role or no purpose that this hub knows: ask your administrator for one.",
    );
  const subject = payload.sub as string;
  const client = payload["client_id"];
  return {
    subject,
    organisation,
    roles,
    purposes,
    scopes: scopesIn(payload["scope"]),
    client: typeof client === "string" && client !== "" ? client : subject,
    expiresAt: (payload.exp ?? 0) * 1000,
  };
}

function knownValues<Value extends string>(claim: unknown, known: readonly Value[]): readonly Value[] {
  return Array.isArray(claim) ? known.filter((value) => claim.includes(value)) : [];
}

function choosePurpose(chosen: string | string[] | undefined, allowed: readonly Purpose[]): Purpose {
  const purpose = chosen === undefined ? allowed[0] : allowed.find((candidate) => candidate === chosen);
  if (!purpose)
    throw new Refusal(
      "PURPOSE_NOT_ALLOWED",
      `The header ${PURPOSE_HEADER} must name one of the purposes of the access token: ${allowed.join(", ")}.`,
    );
  return purpose;
}
