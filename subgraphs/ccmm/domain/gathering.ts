/** Activities, and who comes to what: the states that activities, recruitment events and their guests share. */

export enum ActivityKind {
  WELCOME = "WELCOME",
  VIDEO_TRAINING = "VIDEO_TRAINING",
  SECTOR = "SECTOR",
}

export enum ActivityState {
  PLANNED = "PLANNED",
  HELD = "HELD",
  CANCELLED = "CANCELLED",
}

/** What may follow each state of an activity. */
export const ACTIVITY_MOVES: Record<ActivityState, readonly ActivityState[]> = {
  PLANNED: [ActivityState.HELD, ActivityState.CANCELLED],
  HELD: [],
  CANCELLED: [],
};

export enum SpeakerRole {
  SECTOR_REPRESENTATIVE = "SECTOR_REPRESENTATIVE",
  HR_PROFESSIONAL = "HR_PROFESSIONAL",
  IMAGE_EXPERT = "IMAGE_EXPERT",
  ADVISER = "ADVISER",
}

/** Whether somebody who was expected came. */
export enum Presence {
  EXPECTED = "EXPECTED",
  PRESENT = "PRESENT",
  ABSENT = "ABSENT",
  WITHDRAWN = "WITHDRAWN",
}

/** How long an activity or an event lasts at most, in hours. */
const LONGEST_HOURS = 12;

/** Whether a gathering ends after it begins, and on the same stretch of a day. */
export function lastsWell(startsAt: Date, endsAt: Date): boolean {
  const hours = (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
  return hours > 0 && hours <= LONGEST_HOURS;
}

/** Whether an activity has a sector when it must, and only then. */
export function namesItsSector(kind: ActivityKind, sector: string | null): boolean {
  return (kind === ActivityKind.SECTOR) === (sector !== null);
}

/** Whether somebody who came to activities of these kinds has had the welcome and the training « Candidature vidéo ». */
export function isPrepared(attended: readonly ActivityKind[]): boolean {
  return attended.includes(ActivityKind.WELCOME) && attended.includes(ActivityKind.VIDEO_TRAINING);
}
