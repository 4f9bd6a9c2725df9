/**
 * Who may see what of a person: one decision for every path to a file.
 *
 * The rule for now is the circle of care: the viewer's organisation has a registration of the person, or a referral
 * for them. Consent joins the decision here and nowhere else.
 */
import { Section, SECTIONS } from "./section.ts";

export enum AccessStatus {
  GRANTED = "GRANTED",
  NO_CONSENT = "NO_CONSENT",
  CONSENT_WITHDRAWN = "CONSENT_WITHDRAWN",
  CONSENT_EXPIRED = "CONSENT_EXPIRED",
  NOT_IN_CIRCLE = "NOT_IN_CIRCLE",
  PURPOSE_NOT_ALLOWED = "PURPOSE_NOT_ALLOWED",
  ROLE_NOT_ALLOWED = "ROLE_NOT_ALLOWED",
}

export interface AccessViewer {
  organisation: string;
  roles: readonly string[];
  purpose: string;
}

/** What is known of the tie between an organisation and a person. */
export interface Circle {
  /** The viewer's organisation has a registration of the person. */
  registered: boolean;
  /** The sections that open referrals of the person to the viewer's organisation name. */
  referredSections: readonly Section[];
}

interface RoleRule {
  /** What the role may see of a person in the circle. */
  inCircle: readonly Section[];
  /** What the role may see of anybody: the coordinator follows where people stand, and nothing else. */
  anywhere: readonly Section[];
  /** The purposes for which it may look. */
  purposes: readonly string[];
}

/** What each role may see, and for what. A role that is not here sees nobody. */
export const ROLE_RULES: Readonly<Record<string, RoleRule>> = {
  COUNSELLOR: { inCircle: SECTIONS, anywhere: [], purposes: ["SUPPORT"] },
  OFFICER: { inCircle: SECTIONS, anywhere: [], purposes: ["SUPPORT"] },
  ADVISER: { inCircle: SECTIONS, anywhere: [], purposes: ["SUPPORT"] },
  PROFESSIONAL: { inCircle: SECTIONS, anywhere: [], purposes: ["SUPPORT"] },
  SYSTEM: { inCircle: SECTIONS, anywhere: [], purposes: ["SUPPORT"] },
  COORDINATOR: { inCircle: [Section.PATHWAY], anywhere: [Section.PATHWAY], purposes: ["COORDINATION"] },
};

/** Whether and why the viewer sees a section of the person. */
export function decideAccess(viewer: AccessViewer, circle: Circle, section: Section): AccessStatus {
  const rules = viewer.roles.flatMap((role) => ROLE_RULES[role] ?? []);
  if (rules.length === 0) return AccessStatus.ROLE_NOT_ALLOWED;
  const forPurpose = rules.filter((rule) => rule.purposes.includes(viewer.purpose));
  if (forPurpose.length === 0) return AccessStatus.PURPOSE_NOT_ALLOWED;
  if (forPurpose.some((rule) => rule.anywhere.includes(section))) return AccessStatus.GRANTED;
  if (!forPurpose.some((rule) => rule.inCircle.includes(section))) return AccessStatus.ROLE_NOT_ALLOWED;
  return circle.registered || circle.referredSections.includes(section)
    ? AccessStatus.GRANTED
    : AccessStatus.NOT_IN_CIRCLE;
}

/** Whether the viewer may know that the person exists in the hub: somebody of whom they may see something. */
export function mayKnowOf(viewer: AccessViewer, circle: Circle): boolean {
  return SECTIONS.some((section) => decideAccess(viewer, circle, section) === AccessStatus.GRANTED);
}

/** Whether the viewer's list of people is that of their circle, of everybody, or of nobody. */
export function reach(viewer: AccessViewer): "CIRCLE" | "EVERYBODY" | "NOBODY" {
  if (mayKnowOf(viewer, { registered: false, referredSections: [] })) return "EVERYBODY";
  return mayKnowOf(viewer, { registered: true, referredSections: [] }) ? "CIRCLE" : "NOBODY";
}
