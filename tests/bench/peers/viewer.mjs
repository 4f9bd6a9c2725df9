/**
 * What any gateway before these subgraphs has to do: recognise the caller, and sign a passport for each subgraph it
 * asks. The peers do it as Continuum does, with its own signer and with the same memory of tokens, so that what is
 * compared is the gateways.
 */
import { createHash, randomUUID } from "node:crypto";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { passportSigner } from "../../../dist/platform/passport.js";
import { scopesIn } from "../../../dist/platform/system-scopes.js";

export const PASSPORT_HEADER = "continuum-passport";

const { OIDC_ISSUER, OIDC_AUDIENCE, PASSPORT_PRIVATE_KEY } = process.env;
const keys = createRemoteJWKSet(new URL(`${OIDC_ISSUER}/keys`));
const sign = await passportSigner(PASSPORT_PRIVATE_KEY);

const REMEMBERED_FOR = 60_000;
const known = new Map();

/** The passports of one request: each signed when a subgraph is first asked, and then kept. */
export async function passportsFor(authorization) {
  const viewer = {
    ...(await recognise(authorization?.replace(/^Bearer /i, "") ?? "")),
    requestId: randomUUID(),
  };
  const passports = new Map();
  return (subgraph) => {
    let passport = passports.get(subgraph);
    if (!passport) passports.set(subgraph, (passport = sign(viewer, subgraph)));
    return passport;
  };
}

async function recognise(token) {
  const digest = createHash("sha256").update(token).digest("base64");
  const hit = known.get(digest);
  if (hit && hit.until > Date.now()) return hit.viewer;
  const { payload } = await jwtVerify(token, keys, {
    issuer: OIDC_ISSUER,
    audience: OIDC_AUDIENCE,
    typ: "at+jwt",
  });
  const viewer = {
    subject: payload.sub,
    organisation: payload.organisation,
    roles: payload.roles,
    purposes: payload.purposes,
    purpose: payload.purposes[0],
    scopes: scopesIn(payload.scope),
  };
  known.set(digest, { viewer, until: Date.now() + REMEMBERED_FOR });
  return viewer;
}
