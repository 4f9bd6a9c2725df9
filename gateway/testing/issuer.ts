/** A tiny OIDC issuer for specs: discovery, keys, and whatever token a spec wants to try. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from "jose";

export const AUDIENCE = "urn:continuum:graph";

export interface TestIssuer {
  issuer: string;
  key: CryptoKey;
  publicJwk: JWK;
  /** A good token; `change` makes it a bad one. Claims set to `undefined` are left out. */
  token: (change?: {
    claims?: Record<string, unknown>;
    header?: Record<string, unknown>;
    key?: CryptoKey | Uint8Array;
  }) => Promise<string>;
  close: () => Promise<void>;
}

export async function startIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid: "issuer-1", alg: "RS256", use: "sig" };
  const server = createServer((request, response) => {
    const body =
      request.url === "/.well-known/openid-configuration"
        ? { issuer, jwks_uri: `${issuer}/jwks` }
        : { keys: [publicJwk] };
    response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    key: privateKey,
    publicJwk,
    token: (change = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: issuer,
        aud: AUDIENCE,
        sub: "counsellor@promis",
        iat: now,
        exp: now + 300,
        organisation: "promis",
        roles: ["COUNSELLOR"],
        purposes: ["SUPPORT", "COORDINATION"],
        ...change.claims,
      };
      return new SignJWT(claims)
        .setProtectedHeader({ alg: "RS256", typ: "at+jwt", kid: "issuer-1", ...change.header })
        .sign(change.key ?? privateKey);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
