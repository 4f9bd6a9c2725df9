/** News: what can happen that another organisation wants to know of, and who is told of it at the moment of reading. */
import { AccessBasis, AccessStatus, decideAccess, reach, type AccessViewer, type Circle } from "./access.ts";
import { Section } from "./section.ts";

export enum NewsKind {
  MILESTONE_REPORTED = "MILESTONE_REPORTED",
  STAGE_CHANGED = "STAGE_CHANGED",
  RESPONSIBLE_CHANGED = "RESPONSIBLE_CHANGED",
  MAIN_CONTACT_CHANGED = "MAIN_CONTACT_CHANGED",
  REFERRAL_SENT = "REFERRAL_SENT",
  REFERRAL_MOVED = "REFERRAL_MOVED",
  CONSENT_GIVEN = "CONSENT_GIVEN",
  CONSENT_REFUSED = "CONSENT_REFUSED",
  CONSENT_WITHDRAWN = "CONSENT_WITHDRAWN",
  EMERGENCY_OPENED = "EMERGENCY_OPENED",
  CORRECTION_REQUESTED = "CORRECTION_REQUESTED",
  CORRECTION_ANSWERED = "CORRECTION_ANSWERED",
  REGISTRATION_LINKED = "REGISTRATION_LINKED",
  REGISTRATION_UNLINKED = "REGISTRATION_UNLINKED",
  WEBHOOK_DISABLED = "WEBHOOK_DISABLED",
}

export const NEWS_KINDS = Object.values(NewsKind);

interface Telling {
  /** The section that the news is about. */
  section: Section;
  /** Whether somebody who sees their own file alone is told of what others did, as the section itself shows it. */
  toOwnFile: boolean;
}

const PATHWAY = { section: Section.PATHWAY, toOwnFile: false };
const IDENTITY = { section: Section.IDENTITY, toOwnFile: false };
/** The stage and the main contact are shown to whoever sees the section at all. */
const WHERE_THEY_STAND = { section: Section.PATHWAY, toOwnFile: true };

/** What each kind tells of; null for what is about no person. */
const TELLING: Readonly<Record<NewsKind, Telling | null>> = {
  MILESTONE_REPORTED: PATHWAY,
  STAGE_CHANGED: WHERE_THEY_STAND,
  RESPONSIBLE_CHANGED: WHERE_THEY_STAND,
  MAIN_CONTACT_CHANGED: WHERE_THEY_STAND,
  REFERRAL_SENT: PATHWAY,
  REFERRAL_MOVED: PATHWAY,
  CONSENT_GIVEN: IDENTITY,
  CONSENT_REFUSED: IDENTITY,
  CONSENT_WITHDRAWN: IDENTITY,
  EMERGENCY_OPENED: PATHWAY,
  CORRECTION_REQUESTED: IDENTITY,
  CORRECTION_ANSWERED: IDENTITY,
  REGISTRATION_LINKED: IDENTITY,
  REGISTRATION_UNLINKED: IDENTITY,
  WEBHOOK_DISABLED: null,
};

export interface NewsFact {
  kind: NewsKind;
  /** The person; null for what is about nobody. */
  candidateId: string | null;
  /** The organisations whose own doing it is. */
  parties: readonly string[];
}

/**
 * Whether a recipient may be told now. `circle` is the tie between the viewer and the person of the news; null when
 * there is none any more.
 */
export function mayBeTold(
  viewer: AccessViewer,
  circle: Circle | null,
  { kind, parties }: NewsFact,
  today: string,
): boolean {
  const telling = TELLING[kind];
  if (!telling) return reach(viewer) === "CIRCLE" || reach(viewer) === "EVERYBODY";
  if (!circle) return false;
  const { status, basis } = decideAccess(viewer, circle, telling.section, today);
  if (status !== AccessStatus.GRANTED) return false;
  return basis !== AccessBasis.OWN_FILE || telling.toOwnFile || parties.includes(viewer.organisation);
}
