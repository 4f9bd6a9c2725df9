/** What of the Passerelle is a milestone in a person's pathway, by the names that the registry gives them. */
import { ActivityKind } from "./gathering.ts";
import { ClosingReason, JourneyEntryKind, Step } from "./step.ts";

/** Whoever enters a step has been through the one before. A call that is scheduled is no call yet. */
const ENTERED: Record<Step, string | null> = {
  QUESTIONNAIRE: "PASSERELLE_QUESTIONNAIRE",
  ADVISER_CALL: null,
  WELCOME_AND_VIDEO: "PASSERELLE_ADVISER_CALL",
  SECTOR_ACTIVITIES: "PASSERELLE_VIDEO",
  RECRUITMENT_EVENT: null,
  SELF_DIRECTED_MATCHING: "PASSERELLE_SELF_DIRECTED",
  EMPLOYED: "PASSERELLE_EMPLOYED",
};

/** A move to a region is told by those who lead there. */
const CLOSED: Record<ClosingReason, string | null> = {
  MOVED_TO_REGION: null,
  NOT_ELIGIBLE: "FOUND_NOT_ELIGIBLE",
  REDIRECTED: "REDIRECTED",
  WITHDREW: "WITHDREW",
  LOST_CONTACT: "CONTACT_LOST",
};

/** The milestone of an entry of a file's journey; null when it is none. */
export function milestoneOfEntry(
  kind: JourneyEntryKind,
  step: Step,
  closingReason: ClosingReason | null,
): string | null {
  switch (kind) {
    case JourneyEntryKind.ENTERED:
      return ENTERED[step];
    case JourneyEntryKind.CLOSED:
      return closingReason && CLOSED[closingReason];
    case JourneyEntryKind.REOPENED:
      return "REOPENED";
  }
}

/** An activity that was attended; what prepares people counts once all of it is done. */
export const MILESTONE_OF_ATTENDANCE: Record<ActivityKind, string | null> = {
  WELCOME: null,
  VIDEO_TRAINING: null,
  SECTOR: "PASSERELLE_SECTOR_ACTIVITY",
};

/** A recruitment event that was attended. */
export const MILESTONE_OF_EVENT = "PASSERELLE_RECRUITMENT_EVENT";
