/** Attacks with tokens, on the whole hub: at the gateway with access tokens, at the subgraphs with passports. */
import { createPublicKey } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from "jose";
import { PARTNERS } from "../../local/start/partners.ts";
import { PASSPORT_HEADER } from "../../platform/passport.ts";
import { viewerOf, type AccessHub, type Asker } from "./hub.ts";

const QUERY = "{ me { subject } organisations { code } }";
const promis: Asker = {
  subject: "counsellor@promis",
  organisation: "promis",
  roles: ["COUNSELLOR"],
  purpose: "SUPPORT",
  scopes: [],
};

/** Listens where a token says that its key is: nobody should come. */
interface Trap {
  url: string;
  visits: number;
  server: Server;
}

async function setTrap(jwk: object): Promise<Trap> {
  const server = createServer((_, response) => {
    trap.visits += 1;
    response.setHeader("content-type", "application/json").end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const trap: Trap = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
    visits: 0,
    server,
  };
  return trap;
}

export function tokenAttacks(hubOf: () => AccessHub): void {
  const now = () => Math.floor(Date.now() / 1000);

  describe("an access token at the gateway", () => {
    it.each<[string, Record<string, unknown>]>([
      ["ends in five thousand years", { exp: 99_999_999_999 }],
      ["ends next month", { exp: Math.floor(Date.now() / 1000) + 30 * 86_400 }],
      ["ends at a time that is text", { exp: "tomorrow" }],
      ["ended before time began", { exp: -1 }],
      ["is for nobody in particular", { aud: undefined }],
      ["is for a longer name than this hub's", { aud: "urn:continuum:graph:admin" }],
      ["is of an issuer that begins alike", { iss: "http://127.0.0.1" }],
      ["is of no issuer", { iss: undefined }],
    ])("is refused when it %s", async (_, claims) => {
      await refused(hubOf(), await hubOf().issuer.token({ claims }));
    });

    it.each<[string, Record<string, unknown>]>([
      ["a key that is a path", { kid: "../../../../dev/null" }],
      ["a key that is a statement", { kid: "x' union select 'secret'--" }],
      ["a key that nobody has", { kid: "another" }],
    ])("is refused when it names %s", async (_, header) => {
      // A key that the issuer does not have, under a name: what the name finds must not be taken for a key.
      const stranger = await generateKeyPair("RS256", { extractable: true });
      await refused(hubOf(), await hubOf().issuer.token({ header, key: stranger.privateKey }));
    });

    it("is refused when it is of another type, though the issuer signed it", async () => {
      for (const typ of ["passport+jwt", "JWT", "id+jwt"])
        await refused(hubOf(), await hubOf().issuer.token({ header: { typ } }));
    });

    it.each(["none", "None", "NONE"])("is refused when it is signed by nobody (%s)", async (alg) => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
      const [, claims] = (await hubOf().issuer.token()).split(".");
      await refused(hubOf(), `${part({ alg, typ: "at+jwt", kid: "issuer-1" })}.${claims}.`);
    });

    it.each(["pem", "der"] as const)(
      "is refused when the issuer's public key (%s) was used as a shared secret",
      async (format) => {
        const { issuer } = hubOf();
        const key = createPublicKey({ key: issuer.publicJwk as never, format: "jwk" });
        const secret = Buffer.from(key.export({ type: "spki", format: format as "pem" }));
        await refused(hubOf(), await issuer.token({ header: { alg: "HS256" }, key: secret }));
      },
    );

    it("is refused when it says where its key is, and nobody goes there", async () => {
      const own = await generateKeyPair("RS256", { extractable: true });
      const jwk = { ...(await exportJWK(own.publicKey)), kid: "own", alg: "RS256" };
      const trap = await setTrap(jwk);
      try {
        for (const header of [
          { jku: trap.url },
          { x5u: trap.url },
          { jwk },
          { jku: trap.url, kid: trap.url },
        ]) {
          const token = await hubOf().issuer.token({
            header: { kid: "own", ...header },
            key: own.privateKey,
          });
          await refused(hubOf(), token);
        }
        await refused(hubOf(), await hubOf().issuer.token({ claims: { iss: new URL(trap.url).origin } }));
        expect(trap.visits).toBe(0);
      } finally {
        await new Promise((resolve) => trap.server.close(resolve));
      }
    });

    it("is refused when it is a passport of the gateway's own", async () => {
      await refused(hubOf(), await hubOf().passport(viewerOf(promis), "registry"));
    });
  });

  describe("a passport at a subgraph", () => {
    const subgraphs = PARTNERS.map((name) => ({ name }));

    it.each(subgraphs)("opens $name alone, and no other subgraph", async ({ name }) => {
      const hub = hubOf();
      const passport = await hub.passport(viewerOf(promis), name);
      for (const other of PARTNERS) {
        const answer = await hub.askSubgraph(other, passport, "{ __typename _service { sdl } }");
        expect([other, answer.status]).toEqual([other, other === name ? 200 : 401]);
      }
    });

    it.each(subgraphs)("is needed at $name for whatever is asked", async ({ name }) => {
      const hub = hubOf();
      for (const query of [
        "{ _service { sdl } }",
        "{ __schema { types { name } } }",
        `{ _entities(representations: []) { __typename } }`,
      ])
        unauthenticated(await hub.askSubgraph(name, undefined, query));
      // The caller's own token is worth nothing here.
      unauthenticated(await hub.askSubgraph(name, await hub.issuer.token(), QUERY));
    });

    it.each<[string, (sign: Signer) => Promise<string>]>([
      ["has ended", (sign) => sign({ iat: now() - 60, exp: now() - 30 })],
      ["is older than it may become", (sign) => sign({ iat: now() - 60, exp: now() + 60 })],
      ["never ends", (sign) => sign({ iat: now() })],
      ["is of another issuer", (sign) => sign({ iat: now(), exp: now() + 20, iss: "somebody" })],
      ["is of another type", (sign) => sign({ iat: now(), exp: now() + 20 }, { typ: "JWT" })],
      ["names another key", (sign) => sign({ iat: now(), exp: now() + 20 }, { kid: "another" })],
      ["says nothing of the organisation", (sign) => sign({ iat: now(), exp: now() + 20, org: undefined })],
      ["says nothing of scopes", (sign) => sign({ iat: now(), exp: now() + 20, scopes: undefined })],
    ])("is refused when it %s", async (_, make) => {
      const hub = hubOf();
      const sign = await signerOf(hub);
      // So that it is the fault that is refused, and not everything.
      expect(
        (await hub.askSubgraph("registry", await sign({ iat: now(), exp: now() + 20 }), "{ __typename }"))
          .status,
      ).toBe(200);
      unauthenticated(await hub.askSubgraph("registry", await make(sign), "{ __typename }"));
    });

    it("is refused when its public key was used as a shared secret, or when nobody signed it", async () => {
      const hub = hubOf();
      const text = Buffer.from(hub.secrets.passport.publicKey, "base64url").toString("utf8");
      const { kid } = JSON.parse(text) as JWK;
      const claims = { ...CLAIMS, iat: now(), exp: now() + 20 };
      for (const secret of [text, hub.secrets.passport.publicKey])
        unauthenticated(
          await hub.askSubgraph(
            "registry",
            await new SignJWT(claims)
              .setProtectedHeader({ alg: "HS256", typ: "passport+jwt", kid: kid ?? "" })
              .sign(Buffer.from(secret))
              .then(ofRequest),
            "{ __typename }",
          ),
        );
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
      const unsigned = `${part({ alg: "none", typ: "passport+jwt", kid })}.${part(claims)}.`;
      unauthenticated(await hub.askSubgraph("registry", ofRequest(unsigned), "{ __typename }"));
    });

    it("is refused with another body or signature, though it was verified a moment ago, and without a request", async () => {
      const hub = hubOf();
      const passport = await (await signerOf(hub))({ iat: now(), exp: now() + 20 });
      const ask = (shown: string) => hub.askSubgraph("registry", shown, "{ __typename }");
      expect((await ask(passport)).status).toBe(200);
      const [signed = "", request = ""] = passport.split("~");
      const [header = "", , signature = ""] = signed.split(".");
      const raised = Buffer.from(
        JSON.stringify({ ...CLAIMS, iat: now(), exp: now() + 20, org: "alliance" }),
      ).toString("base64url");
      for (const shown of [
        `${header}.${raised}.${signature}~${request}`,
        `${signed.slice(0, -8)}AAAAAAAA~${request}`,
        signed,
        `${signed}~`,
        `${signed}~${request}~${request}`,
      ])
        unauthenticated(await ask(shown));
    });

    it("is not taken from a caller by the gateway", async () => {
      const hub = hubOf();
      const passport = await hub.passport(viewerOf(promis), "registry");
      const answer = await hub.askWith({ [PASSPORT_HEADER]: passport }, QUERY);
      expect(answer.status).toBe(401);
    });
  });
}

type Signer = (claims: Record<string, unknown>, header?: Record<string, unknown>) => Promise<string>;

const CLAIMS = {
  iss: "continuum-gateway",
  aud: "registry",
  sub: "counsellor@promis",
  org: "promis",
  roles: ["COUNSELLOR"],
  purpose: "SUPPORT",
  purposes: ["SUPPORT"],
  scopes: [],
};

/** A passport as it is shown: with the id of the request. */
const ofRequest = (passport: string) => `${passport}~01900000-0000-7000-8000-000000000000`;

/** Signs with the gateway's own key: even then a passport is only what it says. */
async function signerOf(hub: AccessHub): Promise<Signer> {
  const jwk = JSON.parse(Buffer.from(hub.secrets.passport.privateKey, "base64url").toString("utf8")) as JWK;
  const key = await importJWK(jwk, "EdDSA");
  return (claims, header = {}) =>
    new SignJWT({ ...CLAIMS, ...claims })
      .setProtectedHeader({ alg: "EdDSA", typ: "passport+jwt", kid: jwk.kid ?? "", ...header })
      .sign(key)
      .then(ofRequest);
}

async function refused(hub: AccessHub, token: string): Promise<void> {
  unauthenticated(await hub.askWith({ authorization: `Bearer ${token}` }, QUERY));
}

function unauthenticated(answer: Awaited<ReturnType<AccessHub["askWith"]>>): void {
  expect([answer.status, answer.errors[0]?.extensions?.code]).toEqual([401, "UNAUTHENTICATED"]);
  expect(answer.data).toBeNull();
  expect(answer.text).not.toMatch(/\bat .*\.(ts|js):|jose|JWS|JWT/);
}
