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
