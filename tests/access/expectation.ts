/**
 * Who is expected to see what, written out by hand from the design, the domain and the law's duties. It shares no
 * code with the decision itself: where the two disagree, one of them is wrong.
 */

/** The sections of a file, in the order of the design. */
export const SECTIONS = [
  "IDENTITY",
  "PATHWAY",
  "EMPLOYABILITY",
  "MATCHING",
  "PASSERELLE",
  "RELOCATION",
  "WELCOME",
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** What the person said about an organisation and one section, in the order in which they said it. */
export const WORDS = [
  "none",
  "given",
  "refused",
  "withdrawn",
  "expired",
  "given for another purpose",
  "given to another organisation",
  "given from tomorrow",
  "refused, then given",
  "given, then refused",
  "withdrawn, then given",
  "given, and refused for another purpose",
] as const;

/** What a person says to the three organisations of Emplois en régions at once. */
export const GROUP_WORDS = ["given", "refused", "withdrawn", "expired"] as const;

/** A word to the group comes to the same as that word to each of its members. */
export type Word = (typeof WORDS)[number];

/** How an organisation stands to a person. */
export const TIES = [
  "a stranger",
  "registered",
  "referred",
  "referred, in progress",
  "referral ended",
  "emergency",
  "emergency over",
  "registered and referred",
  "registered and emergency",
] as const;
export type Tie = (typeof TIES)[number];

/**
 * `see`: the section; `own`: what the viewer's organisation wrote itself; `no`: nothing; `named`: the section if the
 * referral names it, otherwise what the organisation wrote itself.
 */
export type Sight = "see" | "own" | "no";
type Rule = Sight | "named";

/** The columns are the words, in their order. */
// prettier-ignore
const GRID: Record<Tie, string> = {
  //                          none  given refus withd expir purp  recip futur r>g   g>r   w>g   g+r
  "a stranger":               "no    no    no    no    no    no    no    no    no    no    no    no   ",
  "registered":               "own   see   own   own   own   own   own   own   see   own   see   see  ",
  "referred":                 "named see   no    no    no    named named named see   no    see   see  ",
  "referred, in progress":    "named see   no    no    no    named named named see   no    see   see  ",
  "referral ended":           "no    no    no    no    no    no    no    no    no    no    no    no   ",
  "emergency":                "see   see   see   see   see   see   see   see   see   see   see   see  ",
  "emergency over":           "no    no    no    no    no    no    no    no    no    no    no    no   ",
  "registered and referred":  "named see   own   own   own   named named named see   own   see   see  ",
  "registered and emergency": "see   see   see   see   see   see   see   see   see   see   see   see  ",
};

/** Without the right to open a file in an emergency, it is as if nobody had. */
const WITHOUT_EMERGENCY: Partial<Record<Tie, Tie>> = {
  emergency: "a stranger",
  "registered and emergency": "registered",
};

/** What each role may be shown, and for which purpose it looks. */
const ROLES: Record<
  string,
  { purpose: string; sees: "the circle" | "the pathway of all" | "themselves"; emergencies: boolean } | null
> = {
  COUNSELLOR: { purpose: "SUPPORT", sees: "the circle", emergencies: true },
  OFFICER: { purpose: "SUPPORT", sees: "the circle", emergencies: true },
  ADVISER: { purpose: "SUPPORT", sees: "the circle", emergencies: true },
  PROFESSIONAL: { purpose: "SUPPORT", sees: "the circle", emergencies: true },
  SYSTEM: { purpose: "SUPPORT", sees: "the circle", emergencies: false },
  COORDINATOR: { purpose: "COORDINATION", sees: "the pathway of all", emergencies: false },
  CANDIDATE: { purpose: "SELF", sees: "themselves", emergencies: false },
  DASHBOARD: null,
};

/** What a token of a system must say for it to see anybody, whatever else it is; a dashboard may not have it at all. */
const SEES_PEOPLE = "candidates:read";

/** Whether the caller may ask about people: everybody may, but systems whose token does not say so, and dashboards. */
export function mayAskAboutPeople({ roles, scopes }: Pick<Situation, "roles" | "scopes">): boolean {
  if (roles.includes("SYSTEM")) return scopes.includes(SEES_PEOPLE);
  return !roles.includes("DASHBOARD");
}

/** The sections that an organisation writes; all write who the person is to them, and where they stand. */
const WRITES: [organisations: RegExp, sections: readonly SectionName[]][] = [
  [/^fccq$/, ["MATCHING"]],
  [/^(promis|le-collectif|inici)$/, ["EMPLOYABILITY", "RELOCATION"]],
  [/^ccmm$/, ["PASSERELLE"]],
  [/-\d$/, ["WELCOME"]],
];

export interface Situation {
  organisation: string;
  roles: readonly string[];
  purpose: string;
  /** The scopes that its token names. */
  scopes: readonly string[];
  tie: Tie;
  word: Word;
  /** Whether the open referral names the section. */
  named: boolean;
  /** Whether the viewer's account is the person's own. */
  self: boolean;
}

/** What the viewer is expected to be shown of one section. */
export function expectedSight(situation: Situation, section: SectionName): Sight {
  if (!mayAskAboutPeople(situation)) return "no";
  const sights = situation.roles.map((role) => sightOfRole(situation, role, section));
  return sights.includes("see") ? "see" : sights.includes("own") ? "own" : "no";
}

function sightOfRole(situation: Situation, role: string, section: SectionName): Sight {
  const { organisation, purpose, tie, word, named, self } = situation;
  const rule = ROLES[role];
  if (!rule || rule.purpose !== purpose) return "no";
  if (rule.sees === "themselves") return self ? "see" : "no";
  if (rule.sees === "the pathway of all") return section === "PATHWAY" ? "see" : "no";
  const standing = rule.emergencies ? tie : (WITHOUT_EMERGENCY[tie] ?? tie);
  const found = GRID[standing].trim().split(/ +/)[WORDS.indexOf(word)] as Rule;
  if (found === "named" && named) return "see";
  const seen = found === "named" ? (standing === "registered and referred" ? "own" : "no") : found;
  return seen === "own" && !writes(organisation, section) ? "no" : seen;
}

/** Whether an organisation writes a section itself. */
export function writes(organisation: string, section: SectionName): boolean {
  if (section === "IDENTITY" || section === "PATHWAY") return true;
  return WRITES.some(
    ([organisations, sections]) => organisations.test(organisation) && sections.includes(section),
  );
}

/** The purpose for which somebody of a role looks. */
export function purposeOf(role: string): string {
  return ROLES[role]?.purpose ?? "STATISTICS";
}
