/** The development login as its clients meet it: over HTTP, with tokens verified against its published keys. */
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { findPersona, people, PERSONAS, systems } from "../personas.ts";
import { DEFAULT_AUDIENCE } from "./environment.ts";
import { readKeys } from "./keys.ts";
import { requestToken } from "./request-token.ts";
import { startLogin, type RunningLogin } from "./server.ts";

const EXPLORER = "http://localhost:4000";

let folder: string;
let login: RunningLogin;

const start = () =>
  startLogin({
    host: "127.0.0.1",
    port: 0,
    issuer: undefined,
    keysPath: join(folder, "keys.json"),
    explorerOrigins: [EXPLORER],
    audience: DEFAULT_AUDIENCE,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "continuum-login-"));
  login = await start();
});

afterAll(async () => {
  await login.stop();
  await rm(folder, { recursive: true });
});

describe("a token of each persona", () => {
  it.each(PERSONAS.map((persona) => persona.name))(
    "is for the graph, good for an hour, and says what %s may do",
    async (name) => {
      const persona = must(findPersona(name));
      const token = await requestToken(login.issuer, persona, await secretOf(name));
      const { payload, protectedHeader } = await verify(login, token);
      expect(protectedHeader.alg).toBe("ES256");
      expect(payload.sub).toBe(name);
      expect(payload["organisation"]).toBe(persona.organisation);
      expect(payload["roles"]).toEqual(persona.roles);
      expect(payload["purposes"]).toEqual(persona.purposes);
      expect(payload["scope"]).toBe(persona.kind === "SYSTEM" ? persona.scopes.join(" ") : undefined);
      expect(must(payload.exp) - must(payload.iat)).toBe(3600);
    },
  );

  it("is still good after the login was restarted with the same keys", async () => {
    const before = await requestToken(login.issuer, must(findPersona("officer@fccq")));
    const restarted = await start();
    try {
      const keys = createRemoteJWKSet(new URL(`${restarted.issuer}/jwks`));
      await expect(jwtVerify(before, keys, { issuer: login.issuer })).resolves.toBeDefined();
    } finally {
      await restarted.stop();
    }
  });
});

describe("a system", () => {
  it("is refused with a wrong secret", async () => {
    const mifi = must(findPersona("system@mifi"));
    await expect(requestToken(login.issuer, mifi, "wrong")).rejects.toThrow("The login refused");
    await expect(requestToken(login.issuer, mifi, await secretOf("system@fccq"))).rejects.toThrow(
      "The login refused",
    );
  });

  it("is refused a token for anything but the graph", async () => {
    const response = await fetch(`${login.issuer}/token`, {
      method: "POST",
      headers: { authorization: await basic("system@mifi") },
      body: new URLSearchParams({ grant_type: "client_credentials", resource: "urn:somebody:else" }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: "invalid_target" });
  });

  it("can ask for fewer of its scopes, and is given none that is not its own", async () => {
    const mifi = must(findPersona("system@mifi"));
    const asked = "milestones:write candidates:read partner:write";
    const token = await requestToken(login.issuer, mifi, await secretOf("system@mifi"), asked);
    expect((await verify(login, token)).payload["scope"]).toBe("candidates:read milestones:write");
  });

  it("cannot sign in on the page", async () => {
    const page = await new Browser().open(authorization({ login_hint: "system@mifi" }).url);
    expect(page.code).toBeNull();
    expect(page.html).toContain('role="alert"');
  });
});

describe("the page", () => {
  it("offers every person as a button, in French first, and says that it asks no password", async () => {
    const page = await new Browser().open(authorization({}).url);
    expect(page.status).toBe(200);
    for (const person of people()) expect(page.html).toContain(`value="${person.name}"`);
    for (const system of systems()) expect(page.html).not.toContain(system.name);
    expect(page.html).toContain('<html lang="fr">');
    expect(page.html.indexOf("Aucun mot de passe")).toBeGreaterThan(0);
    expect(page.html.indexOf("Aucun mot de passe")).toBeLessThan(page.html.indexOf("No password"));
  });

  it("signs in the person whose button is pressed", async () => {
    const browser = new Browser();
    const request = authorization({});
    const page = await browser.open(request.url);
    const done = await browser.open(page.url, new URLSearchParams({ persona: "adviser@ccmm" }));
    const token = await redeem(must(done.code), request.verifier);
    expect(decodeJwt(token).sub).toBe("adviser@ccmm");
  });

  it("is skipped when the explorer names the persona, and again for another persona in the same browser", async () => {
    const browser = new Browser();
    for (const name of ["counsellor@promis", "coordinator@alliance", "counsellor@promis"]) {
      const request = authorization({ login_hint: name });
      const token = await redeem(must((await browser.open(request.url)).code), request.verifier);
      expect(decodeJwt(token).sub).toBe(name);
    }
  });

  it("remembers who signed in when nobody is named", async () => {
    const browser = new Browser();
    await browser.open(authorization({ login_hint: "officer@fccq" }).url);
    const request = authorization({});
    const token = await redeem(must((await browser.open(request.url)).code), request.verifier);
    expect(decodeJwt(token).sub).toBe("officer@fccq");
  });

  it("shows the list, and no markup of a stranger's, when nobody has that name", async () => {
    const page = await new Browser().open(authorization({ login_hint: "<b>nobody</b>" }).url);
    expect(page.status).toBe(400);
    expect(page.code).toBeNull();
    expect(page.html).not.toContain("<b>nobody");
    expect(page.html).toContain('value="counsellor@promis"');
  });

  it("answers a sign-in that nobody began with a sentence", async () => {
    const response = await fetch(`${login.issuer}/interaction/unknown`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("recommencez");
  });
});

describe("the authorization code", () => {
  it("is never sent to an address that is not registered", async () => {
    const request = authorization({ redirect_uri: "http://elsewhere.example/", login_hint: "officer@fccq" });
    const page = await new Browser().open(request.url);
    expect(page.status).toBe(400);
    expect(page.code).toBeNull();
    expect(page.html).toContain("Connexion impossible");
  });

  it("is not given without a PKCE challenge", async () => {
    const request = authorization({ login_hint: "officer@fccq" });
    request.url.searchParams.delete("code_challenge");
    request.url.searchParams.delete("code_challenge_method");
    const page = await new Browser().open(request.url);
    expect(page.code).toBeNull();
    expect(page.url.searchParams.get("error")).toBe("invalid_request");
  });

  it("is worth nothing with another verifier", async () => {
    const page = await new Browser().open(authorization({ login_hint: "officer@fccq" }).url);
    await expect(redeem(must(page.code), randomBytes(32).toString("base64url"))).rejects.toThrow(
      "invalid_grant",
    );
  });
});

describe("the explorer", () => {
  it("may read the list of people from its own origin, and no other page may", async () => {
    const own = await fetch(`${login.issuer}/personas`, { headers: { origin: EXPLORER } });
    expect(own.headers.get("access-control-allow-origin")).toBe(EXPLORER);
    expect(await own.json()).toContainEqual(
      expect.objectContaining({
        name: "counsellor@promis",
        label: { fr: "Conseillère en emploi, PROMIS", en: "Employment counsellor, PROMIS" },
      }),
    );
    const other = await fetch(`${login.issuer}/personas`, {
      headers: { origin: "http://elsewhere.example" },
    });
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("may redeem its code from its own origin only", async () => {
    const request = authorization({ login_hint: "officer@fccq" });
    const { code } = await new Browser().open(request.url);
    await expect(redeem(must(code), request.verifier, "http://elsewhere.example")).rejects.toThrow(
      "invalid_request",
    );
    await expect(redeem(must(code), request.verifier, EXPLORER)).resolves.toEqual(expect.any(String));
  });
});

it("says that it lives and is ready", async () => {
  expect((await fetch(`${login.issuer}/health/live`)).status).toBe(200);
  expect(await (await fetch(`${login.issuer}/health/ready`)).json()).toEqual({ ready: true });
});

/** As much of a browser as a sign-in needs: it keeps cookies and follows redirects within the login. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async open(address: URL, form?: URLSearchParams) {
    let url = address;
    let response = await this.send(url, form);
    for (let location = response.headers.get("location"); location !== null;) {
      url = new URL(location, url);
      if (url.origin !== login.issuer) break;
      response = await this.send(url);
      location = response.headers.get("location");
    }
    return { url, status: response.status, html: await response.text(), code: url.searchParams.get("code") };
  }

  private async send(url: URL, form?: URLSearchParams): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const init: RequestInit = { redirect: "manual", headers: { cookie, accept: "text/html" } };
    const response = await fetch(url, form ? { ...init, method: "POST", body: form } : init);
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) this.cookies.set(name, value ?? "");
    }
    return response;
  }
}

/** An authorization request of the explorer. */
function authorization(more: Record<string, string>) {
  const verifier = randomBytes(32).toString("base64url");
  const url = new URL(`${login.issuer}/auth`);
  url.search = new URLSearchParams({
    client_id: "continuum-explorer",
    redirect_uri: `${EXPLORER}/`,
    response_type: "code",
    scope: "openid",
    resource: DEFAULT_AUDIENCE,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...more,
  }).toString();
  return { url, verifier };
}

async function redeem(code: string, verifier: string, origin = EXPLORER): Promise<string> {
  const response = await fetch(`${login.issuer}/token`, {
    method: "POST",
    headers: { origin },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: "continuum-explorer",
      redirect_uri: `${EXPLORER}/`,
      code,
      code_verifier: verifier,
    }),
  });
  const body = (await response.json()) as { access_token?: string; error?: string };
  if (!body.access_token) throw new Error(body.error);
  return body.access_token;
}

function verify(at: RunningLogin, token: string) {
  return jwtVerify(token, createRemoteJWKSet(new URL(`${at.issuer}/jwks`)), {
    issuer: at.issuer,
    audience: DEFAULT_AUDIENCE,
    typ: "at+jwt",
    requiredClaims: ["sub", "exp", "iat"],
  });
}

async function secretOf(name: string): Promise<string | undefined> {
  return (await readKeys(join(folder, "keys.json")))?.clientSecrets[name];
}

async function basic(name: string): Promise<string> {
  const credentials = `${encodeURIComponent(name)}:${must(await secretOf(name))}`;
  return `Basic ${Buffer.from(credentials).toString("base64")}`;
}

function must<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("A value was expected.");
  return value;
}
