/** Who may come in, and what partners learn of them. */
import { jest } from "@jest/globals";
import { SignJWT } from "jose";
import { startHub, type Answer, type TestHub } from "./testing/hub.ts";
import type { TestIssuer } from "./testing/issuer.ts";

const QUERY = `{ candidate(id: "a") { name } }`;
/** All that jest can stand in for, but for the date. */
const TIMERS = [
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "setImmediate",
  "clearImmediate",
  "setInterval",
  "clearInterval",
  "setTimeout",
  "clearTimeout",
] as const;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const askWith = (token: string, headers: Record<string, string> = {}) =>
  hub.ask(QUERY, { authorization: `Bearer ${token}`, ...headers });
const codeOf = (answer: Answer) => answer.errors?.[0]?.extensions["code"];

function unsigned(claims: object, header: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part(header)}.${part(claims)}.`;
}

describe("a token that is not a good one", () => {
  const now = () => Math.floor(Date.now() / 1000);
  const attacks: Record<string, (issuer: TestIssuer) => Promise<string>> = {
    "is unsigned (alg none)": async ({ issuer }) =>
      unsigned(
        { iss: issuer, aud: "urn:continuum:graph", sub: "x", exp: now() + 60, organisation: "promis" },
        { alg: "none", typ: "at+jwt" },
      ),
    "is signed with the public key as a shared secret (HS256)": ({ token, publicJwk }) =>
      token({ header: { alg: "HS256" }, key: new TextEncoder().encode(JSON.stringify(publicJwk)) }),
    "brings its own key (jwk in the header)": async ({ issuer }) => {
      const { generateKeyPair, exportJWK } = await import("jose");
      const own = await generateKeyPair("RS256", { extractable: true });
      return new SignJWT({ organisation: "promis", roles: ["COUNSELLOR"], purposes: ["SUPPORT"] })
        .setProtectedHeader({
          alg: "RS256",
          typ: "at+jwt",
          jwk: await exportJWK(own.publicKey),
          jku: "http://127.0.0.1:9/",
        })
        .setIssuer(issuer)
        .setAudience("urn:continuum:graph")
        .setSubject("x")
        .setExpirationTime("1m")
        .sign(own.privateKey);
    },
    "is for another audience": ({ token }) => token({ claims: { aud: "urn:other" } }),
    "is of another issuer": ({ token }) => token({ claims: { iss: "https://other.example" } }),
    "is an identity token (typ JWT)": ({ token }) => token({ header: { typ: "JWT" } }),
    "says nothing of its type": ({ token }) => token({ header: { typ: undefined } }),
    "has expired": ({ token }) => token({ claims: { exp: now() - 30 } }),
    "never expires": ({ token }) => token({ claims: { exp: undefined } }),
    "is not valid yet": ({ token }) => token({ claims: { nbf: now() + 120 } }),
    "names nobody": ({ token }) => token({ claims: { sub: undefined } }),
    "names an empty subject": ({ token }) => token({ claims: { sub: "" } }),
    "was changed after it was signed": async ({ token }) => {
      const [header, , signature] = (await token()).split(".");
      const claims = Buffer.from(JSON.stringify({ sub: "coordinator@alliance" })).toString("base64url");
      return [header, claims, signature].join(".");
    },
    "is no token at all": async () => "hello",
    "is enormous": async () => "a".repeat(10_000),
  };

  it.each(Object.keys(attacks))("is refused when it %s, and no partner is asked", async (name) => {
    const attack = attacks[name];
    if (!attack) throw new Error(name);
    const before = hub.subgraphs.registry.calls.length;
    const answer = await askWith(await attack(hub.issuer));
    expect(answer.status).toBe(401);
    expect(codeOf(answer)).toBe("UNAUTHENTICATED");
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    expect(answer.data).toBeUndefined();
    expect(answer.text).not.toMatch(/at .*\.(ts|js):/);
    expect(hub.subgraphs.registry.calls).toHaveLength(before);
  });

  it.each([{}, { authorization: "" }, { authorization: "Basic dTpw" }])(
    "is refused when it is missing: %j",
    async (headers) => {
      const answer = await hub.ask(QUERY, headers as Record<string, string>);
      expect([answer.status, codeOf(answer)]).toEqual([401, "UNAUTHENTICATED"]);
    },
  );
});

describe("a good token", () => {
  it("becomes a passport for each subgraph that is asked, and goes no further itself", async () => {
    const token = await hub.issuer.token();
    const answer = await hub.ask(`{ candidate(id: "a") { name matching } }`, {
      authorization: `Bearer ${token}`,
      cookie: "secret=1",
      "x-forwarded-user": "somebody",
    });
    expect(answer.data).toEqual({ candidate: { name: "Amina", matching: "grant-for-a" } });
    for (const name of ["registry", "fccq"] as const) {
      const call = hub.subgraphs[name].calls.at(-1);
      expect(call?.viewer).toMatchObject({
        subject: "counsellor@promis",
        organisation: "promis",
        roles: ["COUNSELLOR"],
        purpose: "SUPPORT",
        purposes: ["SUPPORT", "COORDINATION"],
        requestId: answer.headers.get("x-request-id"),
      });
      expect(JSON.stringify(call?.headers)).not.toContain(token);
      expect(Object.keys(call?.headers ?? {})).not.toEqual(expect.arrayContaining(["authorization"]));
      expect(call?.headers["cookie"]).toBeUndefined();
      expect(call?.headers["x-forwarded-user"]).toBeUndefined();
    }
    const passports = (["registry", "fccq"] as const).map(
      (name) => hub.subgraphs[name].calls.at(-1)?.headers["continuum-passport"],
    );
    expect(new Set(passports).size).toBe(2);
  });

  it("asks each subgraph with one passport however often the plan calls it", async () => {
    const before = hub.subgraphs.registry.calls.length;
    await hub.ask(`mutation { one: note(text: "1") two: note(text: "2") }`);
    await hub.ask(`{ candidates { name matching relocation } }`);
    const calls = hub.subgraphs.registry.calls.slice(before);
    expect(calls.length).toBeGreaterThan(1);
    expect(new Set(calls.map(({ viewer }) => viewer.requestId)).size).toBe(2);
    const passports = calls.map(
      ({ viewer, headers }) => `${viewer.requestId} ${String(headers["continuum-passport"])}`,
    );
    expect(new Set(passports).size).toBe(2);
  });

  it("lets its bearer choose one of its own purposes by a header", async () => {
    const answer = await askWith(await hub.issuer.token(), { "continuum-purpose": "COORDINATION" });
    expect(answer.status).toBe(200);
    expect(hub.subgraphs.registry.calls.at(-1)?.viewer.purpose).toBe("COORDINATION");
  });

  it.each(["STATISTICS", "anything", ""])(
    "does not let its bearer choose the purpose %j",
    async (purpose) => {
      const answer = await askWith(await hub.issuer.token(), { "continuum-purpose": purpose });
      expect([answer.status, codeOf(answer)]).toEqual([403, "PURPOSE_NOT_ALLOWED"]);
    },
  );

  it.each([
    { roles: ["ADMINISTRATOR"] },
    { roles: "COUNSELLOR" },
    { roles: undefined },
    { organisation: undefined },
    { organisation: "promis'; drop table" },
    { purposes: [] },
  ])("opens nothing when it gives no known place in the hub: %j", async (claims) => {
    const answer = await askWith(await hub.issuer.token({ claims }));
    expect([answer.status, codeOf(answer)]).toEqual([403, "FORBIDDEN"]);
  });

  it("passes on the roles that the hub knows and no others", async () => {
    await askWith(await hub.issuer.token({ claims: { roles: ["ROOT", "OFFICER"] } }));
    expect(hub.subgraphs.registry.calls.at(-1)?.viewer.roles).toEqual(["OFFICER"]);
  });

  it("stops opening the door when it expires, even if it was just used", async () => {
    const now = Date.now();
    const token = await hub.issuer.token({ claims: { exp: Math.floor(now / 1000) - 3 } });
    // Only the clock stands still and is moved; what waits goes on waiting.
    jest.useFakeTimers({ now, doNotFake: [...TIMERS] });
    try {
      // Within the tolerance for clocks it is still taken, but it is not remembered.
      expect((await askWith(token)).status).toBe(200);
      jest.setSystemTime(now + 3_000);
      expect((await askWith(token)).status).toBe(401);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe("the request id", () => {
  it("is the caller's own when it is a UUID", async () => {
    const id = "0192d7f2-7b3c-7e9d-8a46-5a1d2c3b4e5f";
    const answer = await askWith(await hub.issuer.token(), { "x-request-id": id });
    expect(answer.headers.get("x-request-id")).toBe(id);
    expect(hub.subgraphs.registry.calls.at(-1)?.viewer.requestId).toBe(id);
  });

  it("is a new UUID when the caller's own is anything else", async () => {
    const answer = await askWith(await hub.issuer.token(), { "x-request-id": "Amina Diallo" });
    expect(answer.headers.get("x-request-id")).toMatch(UUID);
  });

  it("comes with refusals too", async () => {
    const answer = await hub.ask(QUERY, {});
    expect(answer.headers.get("x-request-id")).toMatch(UUID);
    expect(answer.errors?.[0]?.extensions["requestId"]).toBe(answer.headers.get("x-request-id"));
  });
});

describe("an issuer that cannot be reached", () => {
  it("is said to be, without letting anybody in", async () => {
    const lonely = await startHub({ issuer: "http://127.0.0.1:9" });
    try {
      const answer = await lonely.ask(QUERY);
      expect([answer.status, codeOf(answer)]).toEqual([503, "ISSUER_UNAVAILABLE"]);
      expect(answer.text).not.toMatch(/127\.0\.0\.1|ECONN|at .*\.(ts|js):/);
    } finally {
      await lonely.close();
    }
  });
});
