/** The steps of the pathway Passerelle sectorielle, and how a file leaves them. */

export enum Step {
  QUESTIONNAIRE = "QUESTIONNAIRE",
  ADVISER_CALL = "ADVISER_CALL",
  WELCOME_AND_VIDEO = "WELCOME_AND_VIDEO",
  SECTOR_ACTIVITIES = "SECTOR_ACTIVITIES",
  RECRUITMENT_EVENT = "RECRUITMENT_EVENT",
  SELF_DIRECTED_MATCHING = "SELF_DIRECTED_MATCHING",
  EMPLOYED = "EMPLOYED",
}

/**
 * What may follow each step. A job can come at any moment after the questionnaire; a job that ends leads back to
 * matching on one's own; and whoever is matching on their own may come to another event.
 */
export const STEP_MOVES: Record<Step, readonly Step[]> = {
  QUESTIONNAIRE: [Step.ADVISER_CALL],
  ADVISER_CALL: [Step.WELCOME_AND_VIDEO, Step.EMPLOYED],
  WELCOME_AND_VIDEO: [Step.SECTOR_ACTIVITIES, Step.EMPLOYED],
  SECTOR_ACTIVITIES: [Step.RECRUITMENT_EVENT, Step.EMPLOYED],
  RECRUITMENT_EVENT: [Step.SELF_DIRECTED_MATCHING, Step.EMPLOYED],
  SELF_DIRECTED_MATCHING: [Step.RECRUITMENT_EVENT, Step.EMPLOYED],
  EMPLOYED: [Step.SELF_DIRECTED_MATCHING],
};

/** Why a file is closed; a closed file can be reopened where it stood. */
export enum ClosingReason {
  MOVED_TO_REGION = "MOVED_TO_REGION",
  NOT_ELIGIBLE = "NOT_ELIGIBLE",
  REDIRECTED = "REDIRECTED",
  WITHDREW = "WITHDREW",
  LOST_CONTACT = "LOST_CONTACT",
}

/** What an entry of a file's journey says. */
export enum JourneyEntryKind {
  ENTERED = "ENTERED",
  CLOSED = "CLOSED",
  REOPENED = "REOPENED",
}

/** What decides which file counts. */
export interface FileStanding {
  registeredOn: string;
  closedOn: string | null;
}

/** The files of one person, the latest first. */
export function latestFirst<File extends FileStanding>(files: readonly File[]): File[] {
  return [...files].sort((one, other) => other.registeredOn.localeCompare(one.registeredOn));
}

/** Of the files of one person, the open one that was opened last; the last of all when none is open; null for none. */
export function currentFile<File extends FileStanding>(files: readonly File[]): File | null {
  const ordered = latestFirst(files);
  return ordered.find(({ closedOn }) => closedOn === null) ?? ordered[0] ?? null;
}

/** The steps that may follow; none for a closed file, which is reopened first. */
export function nextSteps({ step, closedOn }: { step: Step; closedOn: string | null }): readonly Step[] {
  return closedOn === null ? STEP_MOVES[step] : [];
}

/** Whether a closing says where the person moved to when it must, and only then. */
export function namesItsRegion(reason: ClosingReason, regionCode: string | null): boolean {
  return (reason === ClosingReason.MOVED_TO_REGION) === (regionCode !== null);
}

/** Whether an adviser has called whoever stands at this step. */
export function hasHadCall(step: Step): boolean {
  return step !== Step.QUESTIONNAIRE && step !== Step.ADVISER_CALL;
}
