/** Roles: what each may see, and for what purpose, in one table that can be read aloud. */
import { Section, SECTIONS, type Holder } from "./section.ts";

export interface RoleRule {
  /** Who holds the role, for the documentation. */
  who: string;
  /** The purposes for which it may look. */
  purposes: readonly string[];
  /** What it may see of a person in its circle who agreed to it. */
  inCircle: readonly Section[];
  /** What it may see of anybody: the coordinator follows where people stand, and nothing else. */
  anywhere: readonly Section[];
  /** The scope without which it sees nobody: for systems. */
  scope: string | null;
  /** Whether it is the person themselves, who sees their own file whole and nobody else's. */
  isSelf: boolean;
  /** Whether it may open a file in an emergency, with a reason. */
  mayBreakGlass: boolean;
}

const PROFESSIONAL = {
  scope: null,
  purposes: ["SUPPORT"],
  inCircle: SECTIONS,
  anywhere: [],
  isSelf: false,
  mayBreakGlass: true,
};

/** What each role may see. A role that is not here sees nobody. */
export const ROLE_RULES: Readonly<Record<string, RoleRule>> = {
  COUNSELLOR: { ...PROFESSIONAL, who: "Counsellor of Emplois en régions" },
  OFFICER: { ...PROFESSIONAL, who: "Officer of FCCQ's programme Un emploi en sol québécois" },
  ADVISER: { ...PROFESSIONAL, who: "Adviser of Passerelle sectorielle" },
  PROFESSIONAL: { ...PROFESSIONAL, who: "Professional of a regional partner" },
  SYSTEM: { ...PROFESSIONAL, who: "A partner's system", scope: "candidates:read", mayBreakGlass: false },
  COORDINATOR: {
    who: "Coordinator of the alliance",
    purposes: ["COORDINATION"],
    inCircle: [],
    anywhere: [Section.PATHWAY],
    scope: null,
    isSelf: false,
    mayBreakGlass: false,
  },
  CANDIDATE: {
    who: "The person themselves",
    purposes: ["SELF"],
    inCircle: [],
    anywhere: [],
    scope: null,
    isSelf: true,
    mayBreakGlass: false,
  },
  DASHBOARD: {
    who: "A dashboard: counts only",
    purposes: ["STATISTICS"],
    inCircle: [],
    anywhere: [],
    scope: null,
    isSelf: false,
    mayBreakGlass: false,
  },
};

/** The role of the professionals of an organisation, by the subgraph that holds what it knows. */
export function roleOfHolder(holder: Holder | null): string {
  const roles: Record<Holder, string> = {
    registry: "COORDINATOR",
    fccq: "OFFICER",
    eer: "COUNSELLOR",
    ccmm: "ADVISER",
    regional: "PROFESSIONAL",
  };
  return holder ? roles[holder] : "SYSTEM";
}
