/** The people of the matrix: for every organisation, each section in each state of consent under each tie. */
import { createHash } from "node:crypto";
import { GROUP_WORDS, SECTIONS, TIES, WORDS, type SectionName, type Tie, type Word } from "./expectation.ts";

/** One of each kind, and two of those of whom there are several. */
export const ORGANISATIONS = [
  "fccq",
  "promis",
  "le-collectif",
  "inici",
  "ccmm",
  "mifi",
  "alliance",
  "bas-saint-laurent-1",
  "estrie-1",
] as const;
export const TENANTS = new Set<string>(["promis", "le-collectif", "inici"]);
/** Registers everybody, refers everybody, and is never asked about. */
export const BYSTANDER = "outaouais-1";
/** To whom people say what was not said to the organisation in question; it has nothing to do with them. */
export const ELSEWHERE = "outaouais-2";
/** Another partner's file of everybody, so that there is always something of a neighbour's to leak. */
export const NEIGHBOUR = "lanaudiere-1";

export interface Bond {
  tie: Tie;
  words: Record<SectionName, Word>;
  /** What an open referral names. */
  named: readonly SectionName[];
}

export interface Story {
  /** The round: organisations meet in other constellations in each. */
  variant: number;
  candidateId: string;
  /** The organisations that registered the person. */
  registeredBy: string[];
  /** Each organisation's bond with the person; whoever is not in here is a stranger to whom nothing was said. */
  bonds: Map<string, Bond>;
  group: (typeof GROUP_WORDS)[number] | null;
  /** The subject of the person's own account. */
  account: string;
  /** One of the person's registrations; known when the story has been written. */
  registrationId: string;
}

/** The stories of the first `variants` of three rounds, in which the organisations meet in other constellations, and of the group. */
export function tellStories(variants = 3): Story[] {
  const stories: Story[] = [];
  for (let variant = 0; variant < variants; variant += 1)
    for (let word = 0; word < WORDS.length; word += 1)
      for (let tie = 0; tie < TIES.length; tie += 1) stories.push(tell(variant, word, tie, null));
  for (const group of GROUP_WORDS)
    for (let tie = 0; tie < TIES.length; tie += 1)
      stories.push(tell(0, GROUP_WORDS.indexOf(group), tie, group));
  return stories;
}

function tell(variant: number, word: number, tie: number, group: Story["group"]): Story {
  const name = `${variant} ${word} ${tie} ${group ?? ""}`;
  const bonds = new Map(
    ORGANISATIONS.map((organisation, place): [string, Bond] => {
      const words = SECTIONS.map((section, index): [SectionName, Word] => {
        if (group) return [section, TENANTS.has(organisation) ? group : "none"];
        return [section, WORDS[(word + index + 5 * place) % WORDS.length] as Word];
      });
      return [
        organisation,
        {
          tie: TIES[(tie + place * (2 * variant + 1) + variant) % TIES.length] as Tie,
          words: Object.fromEntries(words) as Record<SectionName, Word>,
          // Every word meets a referral that names its section in one variant, and one that does not in the next.
          named: SECTIONS.filter((_, index) => (word + index + 5 * place + variant) % 2 === 0),
        },
      ];
    }),
  );
  const registeredBy = [...bonds]
    .filter(([, { tie: own }]) => own.startsWith("registered"))
    .map(([code]) => code);
  return {
    variant,
    candidateId: idOf(`person ${name}`),
    registeredBy: [...registeredBy, BYSTANDER, NEIGHBOUR],
    bonds,
    group,
    account: `person@${name}`,
    registrationId: "",
  };
}

/** Who opens files in emergencies: one of each role in each organisation. */
export function subjectOf(role: string, organisation: string): string {
  return `${role.toLowerCase()}@${organisation}`;
}

/** The same id for the same name, in the form of a UUID v7. */
export function idOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `01900000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}
