/** What the login answers beside OpenID Connect: the choice of a persona, the list of personas, and its health. */
import type { IncomingMessage } from "node:http";
import type Provider from "oidc-provider";
import { findPerson, people } from "../personas.ts";
import { errorPage, pagePolicy, personaPage } from "./pages.ts";

type Context = Parameters<Parameters<Provider["use"]>[0]>[0];

/** No form of ours is longer, in bytes. */
const FORM_LIMIT = 4096;

/** Adds the routes to `provider`. */
export function addRoutes(provider: Provider, explorerOrigins: readonly string[]): void {
  provider.use(async (ctx, next) => {
    ctx.set("x-content-type-options", "nosniff");
    ctx.set("referrer-policy", "no-referrer");
    ctx.set("content-security-policy", pagePolicy(explorerOrigins));
    const route = `${ctx.method} ${ctx.path}`;
    if (route === "GET /health/live") ctx.body = { live: true };
    else if (route === "GET /health/ready") ctx.body = { ready: true };
    else if (route === "GET /personas") listPersonas(ctx, explorerOrigins);
    else if (ctx.path.startsWith("/interaction/")) await choosePersona(provider, ctx);
    else await next();
  });
}

/** Those who can sign in on a page: name, labels and organisation. */
function listPersonas(ctx: Context, explorerOrigins: readonly string[]): void {
  const origin = ctx.get("origin");
  ctx.vary("Origin");
  if (explorerOrigins.includes(origin)) ctx.set("access-control-allow-origin", origin);
  ctx.body = people().map(({ name, label, givenName, familyName, organisation, roles, purposes }) => ({
    name,
    label,
    givenName,
    familyName,
    organisation,
    roles,
    purposes,
  }));
}

async function choosePersona(provider: Provider, ctx: Context): Promise<void> {
  ctx.set("cache-control", "no-store");
  const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(() => null);
  if (!interaction) {
    ctx.status = 400;
    ctx.type = "html";
    ctx.body = errorPage("This sign-in has expired.");
    return;
  }
  // A client may ask for consent by name; it is given like all the others.
  if (interaction.prompt.name !== "login") {
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, { consent: {} }));
    ctx.status = 303;
    return;
  }
  const hint = interaction.params["login_hint"];
  const asked =
    ctx.method === "POST"
      ? ((await readForm(ctx.req)).get("persona") ?? "")
      : typeof hint === "string"
        ? hint
        : undefined;
  const person = findPerson(asked);
  if (!person) {
    ctx.status = asked === undefined ? 200 : 400;
    ctx.type = "html";
    ctx.body = personaPage(people(), ctx.path, asked);
    return;
  }
  const returnTo = await provider.interactionResult(ctx.req, ctx.res, { login: { accountId: person.name } });
  await forgetOther(provider, interaction.session?.uid, person.name);
  ctx.redirect(returnTo);
  ctx.status = 303;
}

/** Signs out whoever else is signed in: the provider would ask on a page, and a developer changes persona often. */
async function forgetOther(provider: Provider, sessionUid: string | undefined, name: string): Promise<void> {
  const session = sessionUid ? await provider.Session.findByUid(sessionUid) : undefined;
  if (!session || session.accountId === name) return;
  session.accountId = undefined;
  session.loginTs = undefined;
  session.authorizations = undefined;
  await session.persist();
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk;
    if (text.length > FORM_LIMIT) return new URLSearchParams();
  }
  return new URLSearchParams(text);
}
