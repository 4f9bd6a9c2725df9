/** A login of the benchmark's own: many viewers are needed, each with a token of their own, and nobody signs in by hand. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { Purpose, Role } from "../../platform/passport.ts";

import { ALL_SCOPES } from "../../platform/system-scopes.ts";

export const AUDIENCE = "urn:continuum:graph";

/** Who a token is for. */
export interface TokenClaims {
  subject: string;
  organisation: string;
  role: Role;
  purpose: Purpose;
}

export interface Issuer {
  /** Its address, which is also its name in tokens. */
  url: string;
  /** An access token, good for the whole run. */
  token(claims: TokenClaims): Promise<string>;
  close(): void;
}

/** Starts the issuer: discovery, its public key, and tokens as any OpenID Connect server gives them. */
export async function startIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const key = { ...(await exportJWK(publicKey)), kid: "bench", alg: "ES256", use: "sig" };
  const server = createServer((request, response) => {
    const isDiscovery = request.url === "/.well-known/openid-configuration";
    const body = isDiscovery ? { issuer: url, jwks_uri: `${url}/keys` } : { keys: [key] };
    response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    token: ({ subject, organisation, role, purpose }) =>
      new SignJWT({ organisation, roles: [role], purposes: [purpose], scope: ALL_SCOPES.join(" ") })
        .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: "bench" })
        .setIssuer(url)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime("6h")
        .sign(privateKey),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
