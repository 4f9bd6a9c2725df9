/** The pages of the development login: plain HTML, French first with English beside, nothing to download or run. */
import { createHash } from "node:crypto";
import { rights, type PersonPersona } from "../personas.ts";

const STYLE = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
[lang=en] { opacity: .8 }
.notice { border: 2px solid; padding: .75rem 1rem; border-radius: .5rem }
ul { list-style: none; padding: 0; display: grid; gap: .75rem }
button { width: 100%; text-align: start; font: inherit; padding: .75rem 1rem; border-radius: .5rem; cursor: pointer }
button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px }
button span { display: block }
code { font-size: .9em }
`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** The content-security-policy of a page whose form may lead back to `origins`. */
export function pagePolicy(origins: readonly string[]): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    // Browsers apply form-action to the redirects that follow a form too.
    `form-action 'self' ${origins.join(" ")}`.trim(),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** The page on which one chooses who to be. `unknown` is a name that was asked for and is nobody here. */
export function personaPage(people: readonly PersonPersona[], action: string, unknown?: string): string {
  const notice =
    unknown === undefined
      ? ""
      : `<p role="alert" class="notice">
<span lang="fr">Personne ne s’appelle <code>${escape(unknown)}</code> ici. Choisissez dans la liste.</span><br>
<span lang="en">Nobody here is called <code>${escape(unknown)}</code>. Choose from the list.</span></p>`;
  return page(
    "Connexion de développement / Development login",
    `<h1>Connexion de développement <span lang="en">/ Development login</span></h1>
<div class="notice">
<p>Aucun mot de passe n’est demandé. Cette page n’existe que sur un poste de développement, avec des personnes et des
données fictives.</p>
<p lang="en">No password is asked. This page exists on a development machine only, with invented people and data.</p>
</div>
${notice}
<h2 id="who">Qui êtes-vous? <span lang="en">/ Who are you?</span></h2>
<form method="post" action="${escape(action)}">
<ul aria-labelledby="who">
${people.map(personaButton).join("\n")}
</ul>
</form>`,
  );
}

/** The page for a sign-in that cannot go on, and why. */
export function errorPage(reason: string): string {
  return page(
    "Connexion impossible / Sign-in failed",
    `<h1>Connexion impossible <span lang="en">/ Sign-in failed</span></h1>
<p>Retournez à la page d’où vous venez et recommencez.</p>
<p lang="en">Go back to the page you came from and start again.</p>
<p lang="en"><code>${escape(reason)}</code></p>`,
  );
}

function personaButton(persona: PersonPersona): string {
  return `<li><button name="persona" value="${escape(persona.name)}">
<strong>${escape(`${persona.givenName} ${persona.familyName}`)}</strong> <code>${escape(persona.name)}</code>
<span>${escape(persona.label.fr)}</span>
<span lang="en">${escape(persona.label.en)}, ${escape(rights(persona))}</span>
</button></li>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
