/** The explorer's page: choose a persona, then ask the graph as that persona. */
import { finishSignIn, leaveToSignIn, session, signOut } from "./sign-in.js";

const PURPOSE_LABELS = {
  SUPPORT: "Accompagnement · Support",
  COORDINATION: "Coordination",
  STATISTICS: "Statistiques · Statistics",
  SELF: "Mon propre dossier · My own file",
};
const SIGN_IN_FIRST = "Choisissez une personne et connectez-vous. / Choose a person and sign in first.";
const NO_LOGIN = "Le service de connexion ne répond pas. / The login service does not answer.";
const SIGN_IN_FAILED = "La connexion n’a pas abouti\u00a0: recommencez. / Signing in failed: try again.";
const NO_GATEWAY = "La passerelle ne répond pas. / The gateway does not answer.";

const element = (id) => document.getElementById(id);
const say = (text) => {
  element("status").textContent = text;
};

start();

async function start() {
  const settings = await (await fetch("/explorer/settings.json")).json();
  await finishSignIn(settings).catch(() => say(SIGN_IN_FAILED));
  const current = session();
  showGraph(settings, current);
  if (current) showWho(current);
  await offerPersonas(settings, current);
}

async function offerPersonas(settings, current) {
  try {
    const response = await fetch(`${settings.issuer.replace(/\/$/, "")}/personas`);
    const personas = await response.json();
    element("persona").replaceChildren(
      ...personas.map(({ name, label }) => {
        const option = new Option(`${label.fr} · ${label.en}`, name);
        option.selected = name === current?.persona;
        return option;
      }),
    );
    if (!current && !element("status").textContent) say(SIGN_IN_FIRST);
  } catch {
    say(NO_LOGIN);
  }
  element("sign-in").addEventListener("submit", (event) => {
    event.preventDefault();
    leaveToSignIn(settings, element("persona").value).catch(() => say(NO_LOGIN));
  });
}

function showWho({ persona, purposes }) {
  element("purpose").replaceChildren(
    ...purposes.map((purpose) => new Option(PURPOSE_LABELS[purpose] ?? purpose, purpose)),
  );
  element("signed-in").hidden = false;
  element("sign-out").addEventListener("click", () => {
    signOut();
    location.replace("/");
  });
  say(`Vous êtes ${persona}. / You are ${persona}.`);
}

/**
 * Signing in loads the page anew. GraphiQL then looks for a tab that holds the query kept last, and opens an empty one
 * when nothing was edited; so the query of the tab that was open is put where it looks.
 */
function reopenTab() {
  const { tabs, activeTabIndex } = JSON.parse(sessionStorage.getItem("graphiql:tabState") ?? "{}");
  const tab = tabs?.[activeTabIndex];
  if (!tab) return;
  for (const part of ["query", "variables", "operationName"]) {
    if (tab[part]) sessionStorage.setItem(`graphiql:${part}`, tab[part]);
    else sessionStorage.removeItem(`graphiql:${part}`);
  }
}

function showGraph({ queries }, current) {
  reopenTab();
  const { createElement } = window.React;
  window.ReactDOM.createRoot(element("graph")).render(
    createElement(window.GraphiQL, {
      fetcher: ask,
      defaultTabs: queries,
      // Queries stay in this tab only; answers, which hold personal data, are not kept at all.
      storage: window.sessionStorage,
      shouldPersistHeaders: false,
      // Without a token there is no schema to ask for.
      ...(current ? {} : { schema: null }),
    }),
  );
}

async function ask(request, options) {
  const current = session();
  if (!current) {
    say(SIGN_IN_FIRST);
    return { errors: [{ message: SIGN_IN_FIRST }] };
  }
  const purpose = element("purpose").value;
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: {
        // What is typed under "Headers" comes first: it never replaces who is signed in.
        ...options?.headers,
        "content-type": "application/json",
        authorization: `Bearer ${current.token}`,
        ...(purpose ? { "continuum-purpose": purpose } : {}),
      },
      body: JSON.stringify(request),
    });
    if (response.status === 401) {
      signOut();
      say(SIGN_IN_FIRST);
    }
    return await response.json();
  } catch {
    return { errors: [{ message: NO_GATEWAY }] };
  }
}
