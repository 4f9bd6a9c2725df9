/** The OpenID provider of a development machine: its clients, its tokens, and a login without passwords. */
import Provider, { errors, interactionPolicy, type ClientMetadata, type Configuration } from "oidc-provider";
import { claimsOf, findPersona, findPerson, systems } from "../personas.ts";
import { ALL_SCOPES } from "../../platform/system-scopes.ts";
import { CLI_CLIENT, CLI_REDIRECT_URI, EXPLORER_CLIENT } from "./clients.ts";
import { errorPage } from "./pages.ts";
import { memoryStore } from "./memory-adapter.ts";
import type { LoginKeys } from "./keys.ts";

/** How long an access token is good for, in seconds. */
const ACCESS_TOKEN_SECONDS = 3600;

const SIGNING = "ES256";
const DAY = 24 * 3600;

/** A provider that signs in the personas; tokens are for `audience` and carry what the persona may do. */
export function developmentProvider(options: {
  issuer: string;
  audience: string;
  explorerOrigins: readonly string[];
  keys: LoginKeys;
}): Provider {
  const { issuer, audience, explorerOrigins, keys } = options;
  const configuration: Configuration = {
    adapter: memoryStore(),
    clients: clients(explorerOrigins, keys),
    clientDefaults: { id_token_signed_response_alg: SIGNING },
    jwks: { keys: [keys.signingKey] },
    cookies: { keys: keys.cookieKeys },
    scopes: ["openid", "profile"],
    claims: { openid: ["sub"], profile: ["name", "given_name", "family_name"] },
    // The page shows who is signed in from the identity token: the access token is for the graph alone.
    conformIdTokenClaims: false,
    responseTypes: ["code"],
    clientBasedCORS: (_ctx, origin, client) =>
      client.clientId === EXPLORER_CLIENT && explorerOrigins.includes(origin),
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => resourceServer(resource, audience),
      },
    },
    findAccount: (_ctx, name) => {
      const person = findPerson(name);
      if (!person) return undefined;
      return {
        accountId: name,
        claims: () => ({
          sub: name,
          name: `${person.givenName} ${person.familyName}`,
          given_name: person.givenName,
          family_name: person.familyName,
        }),
      };
    },
    extraTokenClaims: (_ctx, token) => {
      const persona = findPersona(token.kind === "AccessToken" ? token.accountId : token.clientId);
      return persona && claimsOf(persona);
    },
    formats: {
      customizers: {
        // A system has the scopes registered for it, or fewer when it asks for fewer; one that is not its own is left out.
        jwt: (_ctx, token, { payload }) => {
          const persona = token.kind === "ClientCredentials" ? findPersona(token.clientId) : undefined;
          const asked = token.scope?.split(" ") ?? ALL_SCOPES;
          if (persona?.kind === "SYSTEM")
            payload["scope"] = persona.scopes.filter((scope) => asked.includes(scope)).join(" ");
        },
      },
    },
    // Every client here is our own, so consent to it is given beforehand: no consent page.
    loadExistingGrant: async (ctx) => {
      const { client, account, provider } = ctx.oidc;
      if (!client || !account) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
    interactions: { policy: policy(), url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    renderError: (ctx, out) => {
      ctx.type = "html";
      ctx.body = errorPage(out.error_description ?? out.error);
    },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      ClientCredentials: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: 60,
      IdToken: ACCESS_TOKEN_SECONDS,
      Interaction: 3600,
      Session: DAY,
      Grant: DAY,
    },
  };
  return new Provider(issuer, configuration);
}

function clients(explorerOrigins: readonly string[], keys: LoginKeys): ClientMetadata[] {
  const code = {
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code"],
    response_types: ["code"],
  } satisfies Partial<ClientMetadata>;
  return [
    {
      ...code,
      client_id: EXPLORER_CLIENT,
      application_type: "web",
      redirect_uris: explorerOrigins.flatMap((origin) => [`${origin}/`, `${origin}/console`]),
    },
    { ...code, client_id: CLI_CLIENT, application_type: "native", redirect_uris: [CLI_REDIRECT_URI] },
    ...systems().map((persona): ClientMetadata => ({
      client_id: persona.name,
      client_secret: secretOf(persona.name, keys),
      token_endpoint_auth_method: "client_secret_basic",
      grant_types: ["client_credentials"],
      response_types: [],
      redirect_uris: [],
    })),
  ];
}

function secretOf(name: string, keys: LoginKeys): string {
  const secret = keys.clientSecrets[name];
  if (!secret) throw new Error(`No secret for ${name}`);
  return secret;
}

function resourceServer(resource: string, audience: string) {
  if (resource !== audience) throw new errors.InvalidTarget();
  return {
    // Of people no scope is asked: what they may do follows from organisation, role and purpose.
    scope: ALL_SCOPES.join(" "),
    audience,
    accessTokenFormat: "jwt" as const,
    accessTokenTTL: ACCESS_TOKEN_SECONDS,
    jwt: { sign: { alg: SIGNING } } as const,
  };
}

function policy() {
  const prompts = interactionPolicy.base();
  // The provider would ask consent of every native client; the token command has nobody to ask.
  prompts.get("consent")?.checks.remove("native_client_prompt");
  prompts.get("login")?.checks.add(
    new interactionPolicy.Check(
      "login_hint",
      "another persona is signed in",
      "login_required",
      ({ oidc }) => {
        const hint = oidc.params?.["login_hint"];
        const satisfied =
          hint === undefined || oidc.result?.login !== undefined || oidc.session?.accountId === hint;
        return satisfied ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT;
      },
    ),
  );
  return prompts;
}
