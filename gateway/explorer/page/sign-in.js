/**
 * Signing in from the page: OpenID Connect's authorization code with PKCE, as a public client.
 * The token stays in this tab (sessionStorage) and goes to the gateway only.
 */

const PENDING = "continuum.pending";
const TOKEN = "continuum.token";

/** Leaves for the issuer, to come back as `persona` (or as whom the person chooses there). */
export async function leaveToSignIn({ issuer, audience, client }, persona) {
  const { authorization_endpoint: endpoint } = await discover(issuer);
  const verifier = randomText();
  const state = randomText();
  sessionStorage.setItem(PENDING, JSON.stringify({ verifier, state }));
  const address = new URL(endpoint);
  address.search = new URLSearchParams({
    client_id: client,
    response_type: "code",
    scope: "openid",
    redirect_uri: redirectAddress(),
    resource: audience,
    // Somebody else may still be signed in at the issuer from before.
    prompt: "login",
    login_hint: persona,
    state,
    code_challenge_method: "S256",
    code_challenge: base64url(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))),
  }).toString();
  location.assign(address);
}

/** Back from the issuer: trades the code in the address for a token. False when there is none to trade. */
export async function finishSignIn({ issuer, audience, client }) {
  const answer = new URLSearchParams(location.search);
  if (!answer.has("state")) return false;
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, "", "/");
  if (pending?.state !== answer.get("state")) throw new Error("state");
  if ((answer.get("iss") ?? issuer) !== issuer) throw new Error("iss");
  const code = answer.get("code");
  if (!code) throw new Error(answer.get("error") ?? "code");
  const { token_endpoint: endpoint } = await discover(issuer);
  const response = await fetch(endpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: client,
      code,
      redirect_uri: redirectAddress(),
      code_verifier: pending.verifier,
      resource: audience,
    }),
  });
  if (!response.ok) throw new Error(`token ${response.status}`);
  sessionStorage.setItem(TOKEN, (await response.json()).access_token);
  return true;
}

/** The token of this tab and what it says of its bearer, or null when nobody is signed in any more. */
export function session() {
  const token = sessionStorage.getItem(TOKEN);
  if (!token) return null;
  try {
    const bytes = Uint8Array.from(
      atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")),
      (character) => character.charCodeAt(0),
    );
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    if (claims.exp * 1000 > Date.now())
      return { token, persona: claims.sub, purposes: claims.purposes ?? [] };
  } catch {
    // Not a token we can read: signed out, then.
  }
  signOut();
  return null;
}

export function signOut() {
  sessionStorage.removeItem(TOKEN);
}

async function discover(issuer) {
  const response = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  if (!response.ok) throw new Error(`issuer ${response.status}`);
  return response.json();
}

function redirectAddress() {
  return `${location.origin}/`;
}

function randomText() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
