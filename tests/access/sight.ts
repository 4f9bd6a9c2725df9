/** What an answer shows of a person, section by section, and what it should show. */
import { decideAccess, type Circle } from "../../subgraphs/registry/domain/access.ts";
import type { ConsentFact } from "../../subgraphs/registry/domain/consent.ts";
import type { Holder, Section } from "../../subgraphs/registry/domain/section.ts";
import { expectedSight, SECTIONS, type SectionName, type Sight, type Tie } from "./expectation.ts";
import type { Asker } from "./hub.ts";
import type { Ownership } from "./ownership.ts";
import { subjectOf, type Story } from "./stories.ts";
import { consentsSaid } from "./story-rows.ts";

/** What an answer showed of one section. */
export interface Shown {
  /** Whether there was anything but null. */
  shown: boolean;
  /** The ids in it, of whatever rows. */
  ids: Set<string>;
  /** The organisations that it names as a source. */
  sources: Set<string>;
}

/** A section of a file as an operation asks for it: enough to see whose rows come. */
export const SELECTION: Record<SectionName, [field: string, selection: string]> = {
  IDENTITY: ["name", "{ declared { familyNames source { code } } }"],
  PATHWAY: ["timeline", "{ nodes { id } }"],
  EMPLOYABILITY: ["employability", "{ files { id } }"],
  MATCHING: ["matching", "{ profiles { id } matches { id } }"],
  PASSERELLE: ["passerelle", "{ files { id } }"],
  RELOCATION: ["relocation", "{ households { id } travelGrants { id } }"],
  WELCOME: ["welcome", "{ cases { id } }"],
};

/** All sections and what the registry says of them. */
export const FILE = `id access { section status basis } ${SECTIONS.map((section) => SELECTION[section].join(" ")).join(" ")}`;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What stands under the field of a section. */
export function shownIn(value: unknown): Shown {
  const text = JSON.stringify(value ?? null);
  return {
    shown: value !== null && value !== undefined,
    ids: new Set(text.match(UUID)),
    sources: new Set([...text.matchAll(/"code":"([a-z0-9-]+)"/g)].map(([, code]) => code ?? "")),
  };
}

/** What the plainly written table expects an asker to be shown of a section. */
export function expected(asker: Asker, story: Story, section: SectionName): Sight {
  const bond = story.bonds.get(asker.organisation);
  return expectedSight(
    {
      ...asker,
      tie: tieOf(asker, story),
      word: bond?.words[section] ?? "none",
      named: bond?.named.includes(section) ?? false,
      self: asker.subject === story.account,
    },
    section,
  );
}

/** A file that somebody opened in an emergency is open to them alone. */
function tieOf({ subject, organisation, roles }: Asker, story: Story): Tie {
  const tie = story.bonds.get(organisation)?.tie;
  if (!tie) return story.registeredBy.includes(organisation) ? "registered" : "a stranger";
  if (roles.some((role) => subject === subjectOf(role, organisation))) return tie;
  return tie === "emergency" ? "a stranger" : tie === "registered and emergency" ? "registered" : tie;
}

const HOLDERS: Record<string, Holder | null> = {
  fccq: "fccq",
  promis: "eer",
  "le-collectif": "eer",
  inici: "eer",
  ccmm: "ccmm",
  mifi: null,
  alliance: "registry",
};

/** The decision function's own word on the same facts. */
export function decided(asker: Asker, story: Story, section: SectionName, today: string) {
  return decideAccess(asker, circleOf(asker, story), section as Section, today);
}

function circleOf(asker: Asker, story: Story): Circle {
  const bond = story.bonds.get(asker.organisation);
  const isOpen = bond?.tie.includes("referred") ?? false;
  return {
    self: asker.subject === story.account,
    registered: story.registeredBy.includes(asker.organisation),
    holder: /-\d$/.test(asker.organisation) ? "regional" : (HOLDERS[asker.organisation] ?? null),
    referredSections: isOpen ? ((bond?.named ?? []) as Section[]) : [],
    consents: consentsSaid(story, asker.organisation) as unknown as ConsentFact[],
    brokenGlass: /emergency$/.test(tieOf(asker, story)),
  };
}

/** How one case went: a leak shows what it should not; a mismatch is any other disagreement. */
export interface Verdict {
  leak?: string;
  mismatch?: string;
}

/** Judges what was shown of one section of one person. */
export function judge(
  asker: Asker,
  story: Story,
  section: SectionName,
  shown: Shown,
  { ownership, today, status }: { ownership: Ownership; today: string; status: string | undefined },
): Verdict {
  const sight = expected(asker, story, section);
  const decision = decided(asker, story, section, today);
  if (shown.shown && sight === "no") return { leak: "is shown" };
  for (const id of shown.ids) {
    const owner = ownership.owners.get(id);
    if (!owner) continue;
    const registrations = [...owner.registrations].flatMap((each) => ownership.registrations.get(each) ?? []);
    if (!registrations.some(({ candidateId }) => candidateId === story.candidateId))
      return { leak: `shows ${owner.table} ${id} of somebody else` };
    if (sight === "own" && !registrations.some(({ organisation }) => organisation === asker.organisation))
      return { leak: `shows ${owner.table} ${id} of another organisation` };
  }
  if (sight === "own")
    for (const source of shown.sources)
      if (source !== asker.organisation) return { leak: `shows what ${source} wrote` };
  if (!shown.shown && sight !== "no") return { mismatch: "is withheld" };
  const decidedSight = decision.basis === null ? "no" : decision.basis === "OWN_FILE" ? "own" : "see";
  if (decidedSight !== sight) return { mismatch: `is decided as ${decision.status}` };
  const said = `${decision.status} ${decision.basis}`;
  return status !== undefined && status !== said
    ? { mismatch: `says ${status} and is decided as ${said}` }
    : {};
}
