/**
 * Who may see what of a person: one decision for every path to a file.
 *
 * In this order: the role and the purpose; the person themselves; an emergency; the circle of care; what the person
 * agreed to; a referral; and what the organisation wrote itself. What is not opened by one of them stays closed.
 */
import { consentState, type ConsentFact, type ConsentState } from "./consent.ts";
import { ROLE_RULES } from "./roles.ts";
import { HOLDER_OF_SECTION, Section, SECTIONS, type Holder } from "./section.ts";

export enum AccessStatus {
  GRANTED = "GRANTED",
  NO_CONSENT = "NO_CONSENT",
  CONSENT_WITHDRAWN = "CONSENT_WITHDRAWN",
  CONSENT_EXPIRED = "CONSENT_EXPIRED",
  NOT_IN_CIRCLE = "NOT_IN_CIRCLE",
  PURPOSE_NOT_ALLOWED = "PURPOSE_NOT_ALLOWED",
  ROLE_NOT_ALLOWED = "ROLE_NOT_ALLOWED",
}

/** What opened a section. */
export enum AccessBasis {
  /** The viewer is the person. */
  SELF = "SELF",
  /** The role sees it of anybody. */
  ROLE = "ROLE",
  /** An emergency, with its reason. */
  BREAK_GLASS = "BREAK_GLASS",
  /** The person agreed. */
  CONSENT = "CONSENT",
  /** An open referral names the section. */
  REFERRAL = "REFERRAL",
  /** The organisation opened this file itself: it sees what it wrote, and no more. */
  OWN_FILE = "OWN_FILE",
}

export interface AccessViewer {
  readonly subject: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly purpose: string;
  /** The scopes of its token, when it is a system. */
  readonly scopes: readonly string[];
}

/** What is known of the tie between a viewer and a person, read at the moment of the decision. */
export interface Circle {
  /** The viewer is the person themselves. */
  self: boolean;
  /** The viewer's organisation has a registration of the person. */
  registered: boolean;
  /** The subgraph that holds what the viewer's organisation knows; null when the hub holds nothing of it. */
  holder: Holder | null;
  /** The sections that open referrals of the person to the viewer's organisation name. */
  referredSections: readonly Section[];
  /** What the person said about the viewer's organisation, or a group that it belongs to. */
  consents: readonly ConsentFact[];
  /** The viewer opened the file in an emergency, and the time has not passed. */
  brokenGlass: boolean;
}

export type Decision =
  | { status: AccessStatus.GRANTED; basis: AccessBasis }
  | { status: Exclude<AccessStatus, AccessStatus.GRANTED>; basis: null };

const DENIED: Record<Exclude<ConsentState, "GIVEN">, Exclude<AccessStatus, AccessStatus.GRANTED>> = {
  NONE: AccessStatus.NO_CONSENT,
  REFUSED: AccessStatus.NO_CONSENT,
  WITHDRAWN: AccessStatus.CONSENT_WITHDRAWN,
  EXPIRED: AccessStatus.CONSENT_EXPIRED,
};

/** Whether and why the viewer sees a section of the person. `today` is the day in Québec, as `2026-11-21`. */
export function decideAccess(
  viewer: AccessViewer,
  circle: Circle,
  section: Section,
  today: string,
): Decision {
  const byRole = reachByRole(viewer);
  if (typeof byRole === "string") return denied(byRole);
  if (byRole.isSelf) return circle.self ? granted(AccessBasis.SELF) : denied(AccessStatus.NOT_IN_CIRCLE);
  if (byRole.anywhere.has(section)) return granted(AccessBasis.ROLE);
  if (!byRole.inCircle.has(section)) return denied(AccessStatus.ROLE_NOT_ALLOWED);
  if (circle.brokenGlass && byRole.mayBreakGlass) return granted(AccessBasis.BREAK_GLASS);
  if (!circle.registered && circle.referredSections.length === 0) return denied(AccessStatus.NOT_IN_CIRCLE);
  const state = consentState(circle.consents, section, viewer.purpose, today);
  if (state === "GIVEN") return granted(AccessBasis.CONSENT);
  // A referral speaks where the person has not: what they refused or took back stays closed.
  if (state === "NONE" && circle.referredSections.includes(section)) return granted(AccessBasis.REFERRAL);
  if (circle.registered && isOwn(circle, section)) return granted(AccessBasis.OWN_FILE);
  if (!circle.registered && state === "NONE") return denied(AccessStatus.NOT_IN_CIRCLE);
  return denied(DENIED[state]);
}

/** What a viewer's roles let them see for their purpose, whoever the person is. */
interface RoleReach {
  isSelf: boolean;
  anywhere: ReadonlySet<Section>;
  inCircle: ReadonlySet<Section>;
  mayBreakGlass: boolean;
}

type RoleRefusal = AccessStatus.ROLE_NOT_ALLOWED | AccessStatus.PURPOSE_NOT_ALLOWED;

/** The same for every person and section of a request: found once. */
const REACHES = new WeakMap<AccessViewer, RoleReach | RoleRefusal>();

function reachByRole(viewer: AccessViewer): RoleReach | RoleRefusal {
  const known = REACHES.get(viewer);
  if (known) return known;
  const found = readRules(viewer);
  REACHES.set(viewer, found);
  return found;
}

function readRules({ roles, scopes, purpose }: AccessViewer): RoleReach | RoleRefusal {
  const rules = roles.flatMap((role) => ROLE_RULES[role] ?? []);
  const lacksScope = rules.some(({ scope }) => scope !== null && !scopes.includes(scope));
  if (lacksScope || rules.every(seesNobody)) return AccessStatus.ROLE_NOT_ALLOWED;
  const forPurpose = rules.filter((rule) => rule.purposes.includes(purpose));
  if (forPurpose.length === 0) return AccessStatus.PURPOSE_NOT_ALLOWED;
  return {
    isSelf: forPurpose.some((rule) => rule.isSelf),
    anywhere: new Set(forPurpose.flatMap((rule) => rule.anywhere)),
    inCircle: new Set(forPurpose.flatMap((rule) => rule.inCircle)),
    mayBreakGlass: forPurpose.some((rule) => rule.mayBreakGlass),
  };
}

/** Whether the viewer may know that the person exists in the hub: somebody of whom they may see something. */
export function mayKnowOf(
  viewer: AccessViewer,
  circle: Circle,
  today: string,
  sections: readonly Section[] = SECTIONS,
): boolean {
  return sections.some(
    (section) => decideAccess(viewer, circle, section, today).status === AccessStatus.GRANTED,
  );
}

const STRANGER: Circle = {
  self: false,
  registered: false,
  holder: null,
  referredSections: [],
  consents: [],
  brokenGlass: false,
};

/** Whose people a viewer's list holds. */
export type Reach = "CIRCLE" | "EVERYBODY" | "SELF" | "NOBODY";

/** Whether the viewer's list of people is that of their circle, of everybody, only themselves, or nobody's. */
export function reach(viewer: AccessViewer): Reach {
  return reachInto(viewer, SECTIONS);
}

/** The same for a list of those of whom the viewer may see one of these sections. */
export function reachInto(viewer: AccessViewer, sections: readonly Section[]): Reach {
  const reaches = (circle: Circle) => mayKnowOf(viewer, circle, "0001-01-01", sections);
  if (reaches(STRANGER)) return "EVERYBODY";
  if (reaches({ ...STRANGER, self: true })) return "SELF";
  return reaches({ ...STRANGER, registered: true }) ? "CIRCLE" : "NOBODY";
}

/** What an organisation wrote itself: who the person is and where they stand as it registered them, and its own section. */
function isOwn({ holder }: Circle, section: Section): boolean {
  return HOLDER_OF_SECTION[section] === "registry" || HOLDER_OF_SECTION[section] === holder;
}

function seesNobody(rule: (typeof ROLE_RULES)[string]): boolean {
  return rule.inCircle.length === 0 && rule.anywhere.length === 0 && !rule.isSelf;
}

function granted(basis: AccessBasis): Decision {
  return { status: AccessStatus.GRANTED, basis };
}

function denied(status: Exclude<AccessStatus, AccessStatus.GRANTED>): Decision {
  return { status, basis: null };
}
