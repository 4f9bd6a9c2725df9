/** Gets an access token from a running development login, as a browser or a partner's system would. */
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Persona } from "../personas.ts";
import { CLI_CLIENT, CLI_REDIRECT_URI } from "./clients.ts";

/** Thrown when the login gives no token; its message is one sentence for the developer. */
export class TokenRefused extends Error {
  override readonly name = "TokenRefused";
}

const METADATA = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
const TOKEN = z.object({ access_token: z.string() });
const REFUSAL = z.object({ error: z.string(), error_description: z.string().optional() });

/** Far more redirects than a sign-in without a page needs. */
const REDIRECT_LIMIT = 10;
const TIMEOUT_MS = 10_000;

/**
 * An access token for a persona: a person goes through the authorization code flow with PKCE, a system through client
 * credentials with its `secret`, for all its scopes or those asked for, with spaces between.
 * @throws {TokenRefused} when the login cannot be reached or refuses.
 */
export async function requestToken(
  issuer: string,
  persona: Persona,
  secret?: string,
  scope?: string,
): Promise<string> {
  const metadata = METADATA.parse(await readJson(await send(`${issuer}/.well-known/openid-configuration`)));
  if (persona.kind === "SYSTEM")
    return clientCredentials(metadata.token_endpoint, persona.name, secret ?? "", scope);
  const verifier = randomToken();
  const code = await authorize(metadata.authorization_endpoint, persona.name, verifier);
  return exchange(metadata.token_endpoint, {
    grant_type: "authorization_code",
    client_id: CLI_CLIENT,
    redirect_uri: CLI_REDIRECT_URI,
    code,
    code_verifier: verifier,
  });
}

function clientCredentials(
  endpoint: string,
  client: string,
  secret: string,
  scope?: string,
): Promise<string> {
  // Both parts are form-encoded first (RFC 6749, 2.3.1): a persona's name has an @ in it.
  const credentials = `${encodeURIComponent(client)}:${encodeURIComponent(secret)}`;
  return exchange(
    endpoint,
    { grant_type: "client_credentials", ...(scope === undefined ? {} : { scope }) },
    { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` },
  );
}

/** The authorization code: the part that a browser plays, cookies and redirects included. */
async function authorize(endpoint: string, persona: string, verifier: string): Promise<string> {
  const state = randomToken();
  const start = new URL(endpoint);
  start.search = new URLSearchParams({
    client_id: CLI_CLIENT,
    redirect_uri: CLI_REDIRECT_URI,
    response_type: "code",
    scope: "openid",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    login_hint: persona,
    state,
  }).toString();

  const cookies = new Map<string, string>();
  let url = start;
  for (let step = 0; step < REDIRECT_LIMIT; step += 1) {
    const response = await send(url, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    await response.body?.cancel();
    remember(cookies, response.headers.getSetCookie());
    const location = response.headers.get("location");
    if (location === null) break;
    url = new URL(location, url);
    if (url.href.startsWith(CLI_REDIRECT_URI)) return codeFrom(url.searchParams, state);
    // Cookies of the login are for the login alone.
    if (url.origin !== start.origin) break;
  }
  throw new TokenRefused(`The login did not let ${persona} in. Stop npm start, start it again and retry.`);
}

function codeFrom(answer: URLSearchParams, state: string): string {
  const code = answer.get("code");
  if (code !== null && answer.get("state") === state) return code;
  throw new TokenRefused(
    `The login refused: ${answer.get("error_description") ?? answer.get("error") ?? "its answer is for another request"}.`,
  );
}

function remember(cookies: Map<string, string>, received: readonly string[]): void {
  for (const cookie of received) {
    const [pair = ""] = cookie.split(";");
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    if (value === "") cookies.delete(name);
    else cookies.set(name, value);
  }
}

async function exchange(
  endpoint: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const response = await send(endpoint, { method: "POST", body: new URLSearchParams(form), headers });
  return TOKEN.parse(await readJson(response)).access_token;
}

async function readJson(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  const refusal = REFUSAL.safeParse(body);
  throw new TokenRefused(
    refusal.success
      ? `The login refused: ${refusal.data.error_description ?? refusal.data.error}.`
      : `What answers at ${new URL(response.url).origin} is not the login. Stop npm start, start it again and retry.`,
  );
}

async function send(url: string | URL, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch {
    throw new TokenRefused(
      `The login does not answer at ${new URL(url).origin}. Run npm start first, then retry.`,
    );
  }
}

function randomToken(): string {
  return randomBytes(32).toString("base64url");
}
