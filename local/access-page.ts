/** `npm run docs`: writes docs/access.md from the roles and by running the decision; `--check` says whether it is current. */
import { GRANT_SECONDS, GRANT_SECTIONS } from "../platform/grant.ts";
import { PASSPORT_SECONDS } from "../platform/passport.ts";
import { ALL_SCOPES, SCOPES, SCOPES_OF_ROLE, type Scope, type ScopeRule } from "../platform/system-scopes.ts";
import { decideAccess, type Circle } from "../subgraphs/registry/domain/access.ts";
import type { ConsentFact } from "../subgraphs/registry/domain/consent.ts";
import { EMERGENCY_MINUTES } from "../subgraphs/registry/domain/emergency.ts";
import { ROLE_RULES } from "../subgraphs/registry/domain/roles.ts";
import { HOLDER_OF_SECTION, Section, SECTIONS } from "../subgraphs/registry/domain/section.ts";
import { SCOPES_ASKED } from "../subgraphs/registry/graph/scopes.ts";
import { table, writePage } from "./page.ts";

const PAGE = "docs/access.md";
const TODAY = "2026-11-21";

const STRANGER: Circle = {
  self: false,
  registered: false,
  holder: "eer",
  referredSections: [],
  consents: [],
  brokenGlass: false,
};
const REGISTERED = { ...STRANGER, registered: true };

const TIES: [name: string, circle: Circle][] = [
  ["neither registered nor referred", STRANGER],
  ["referred, and the referral names the section", { ...STRANGER, referredSections: [Section.MATCHING] }],
  ["referred for other sections", { ...STRANGER, referredSections: [Section.WELCOME] }],
  ["registered", REGISTERED],
  ["registered, and the section is the organisation's own", { ...REGISTERED, holder: "fccq" }],
  ["opened by the viewer in an emergency", { ...STRANGER, brokenGlass: true }],
];

const GIVEN: ConsentFact = {
  sections: [Section.MATCHING],
  purpose: "SUPPORT",
  given: true,
  givenOn: "2026-01-01",
  expiresOn: "2027-01-01",
  recordedAt: new Date("2026-01-01"),
  withdrawnAt: null,
};

const WORDS: [name: string, consents: ConsentFact[]][] = [
  ["said nothing", []],
  ["agreed", [GIVEN]],
  ["refused", [{ ...GIVEN, given: false }]],
  ["withdrew", [{ ...GIVEN, withdrawnAt: new Date("2026-05-01") }]],
  ["agreed until a day that has passed", [{ ...GIVEN, expiresOn: "2026-06-01" }]],
  ["agreed for another purpose", [{ ...GIVEN, purpose: "STATISTICS" }]],
];

await writePage(PAGE, "the decision does", rendered());

function rendered(): string {
  return `# Who may see what

This page is written by \`npm run docs\` from \`subgraphs/registry/domain/roles.ts\` and by running the decision in
\`access.ts\` beside it. Do not edit it.

## Roles

${table(
  ["Role", "Who", "Looks for", "Sees in the circle", "Sees of anybody", "Emergencies"],
  Object.entries(ROLE_RULES).map(([role, rule]) => [
    `\`${role}\``,
    rule.who,
    rule.purposes.join(", "),
    rule.isSelf ? "their own file, whole" : named(rule.inCircle),
    named(rule.anywhere),
    rule.mayBreakGlass ? "may open a file" : "–",
  ]),
)}

A role that is not in the table sees nobody. Looking for a purpose that is none of the role's is refused.

## Systems

A partner's system and a dashboard are limited by the scopes of their access token (the claim \`scope\`), beside all that
is said on this page: a system sees a person by the same decision as a professional, and only with \`candidates:read\`.
Each root field asks for one scope, in the subgraph itself; without it a
query is refused with \`FORBIDDEN\` and a mutation with the user error \`NOT_ALLOWED\`, and both name the scope.
People are not limited by scopes.

${table(
  ["Scope", "Lets a system", "Asked for by"],
  ALL_SCOPES.map((scope) => [`\`${scope}\``, SCOPES[scope], askedBy(scope)]),
)}

Open to every caller: ${rulesOf("ANY")}. A dashboard (\`DASHBOARD\`) may hold ${SCOPES_OF_ROLE.DASHBOARD?.map((scope) => `\`${scope}\``).join(", ")} alone: it
counts, and behind regions and organisations every list that comes in pages is closed to it.

## Sections

${table(
  ["Section", "Kept by"],
  SECTIONS.map((section) => [section, HOLDER_OF_SECTION[section]]),
)}

## The decision

What a professional who looks for \`SUPPORT\` is answered on the section MATCHING: the row is the tie of their
organisation to the person, the column what the person last said about it.

${table(
  ["", ...WORDS.map(([name]) => name)],
  TIES.map(([name, circle]) => [
    name,
    ...WORDS.map(([, consents]) => {
      const viewer = {
        subject: "",
        organisation: "fccq",
        roles: ["OFFICER"],
        purpose: "SUPPORT",
        scopes: [],
      };
      const { status, basis } = decideAccess(viewer, { ...circle, consents }, Section.MATCHING, TODAY);
      return basis ? `**shown** (${basis})` : status;
    }),
  ]),
)}

\`OWN_FILE\` shows what the viewer's organisation wrote itself, and nothing of what others did. The same decision is
made for every path: a field at the root, a list, a person reached through another entity, and \`_entities\` asked
straight at a subgraph.

## How long it takes

A withdrawal is effective on the next request. A grant of the sections ${GRANT_SECTIONS.join(", ")} belongs to one request and
lives for ${GRANT_SECONDS} seconds; a passport lives for ${PASSPORT_SECONDS} seconds. A file opened in an emergency stays open for
${EMERGENCY_MINUTES.usual} minutes, at most for ${EMERGENCY_MINUTES.longest}.
`;
}

/** The root fields that ask for a scope, by the nouns with which they begin. */
function askedBy(scope: Scope): string {
  const named = rulesOf(scope);
  const others = {
    "candidates:read": "every other query of the registry",
    "partner:read": "every query of a partner's subgraph",
    "partner:write": "every other mutation",
  }[scope as string];
  return [named, others].filter(Boolean).join(", ");
}

function rulesOf(rule: ScopeRule): string {
  const queries = Object.entries(SCOPES_ASKED.Query ?? {}).map(([noun, of]) => ({ noun, of }));
  const mutations = Object.entries(SCOPES_ASKED.Mutation ?? {}).map(([noun, of]) => ({
    noun: `${noun}…`,
    of,
  }));
  return [...queries, ...mutations]
    .filter(({ of }) => of === rule)
    .map(({ noun }) => `\`${noun}\``)
    .join(", ");
}

function named(sections: readonly string[]): string {
  if (sections.length === 0) return "–";
  return sections.length === SECTIONS.length ? "every section" : sections.join(", ");
}
