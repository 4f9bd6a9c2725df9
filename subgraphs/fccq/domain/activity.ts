/** Activities of the programme: what they are, where they stand, who was there. */

export enum ActivityKind {
  EXPLORATORY_TRIP = "EXPLORATORY_TRIP",
  EMPLOYER_MEETING = "EMPLOYER_MEETING",
  INFORMATION_SESSION = "INFORMATION_SESSION",
}

export enum ActivityMode {
  IN_PERSON = "IN_PERSON",
  VIRTUAL = "VIRTUAL",
}

export enum ActivityState {
  PLANNED = "PLANNED",
  HELD = "HELD",
  SUSPENDED = "SUSPENDED",
}

/** What may follow each state. A suspended activity is planned again, on another day, before it is held. */
export const ACTIVITY_MOVES: Record<ActivityState, readonly ActivityState[]> = {
  PLANNED: [ActivityState.HELD, ActivityState.SUSPENDED],
  SUSPENDED: [ActivityState.PLANNED],
  HELD: [],
};

/** What the programme of an exploratory trip is made of. */
export enum ActivityPartKind {
  WELCOME = "WELCOME",
  TESTIMONIES = "TESTIMONIES",
  EMPLOYER_INTERVIEWS = "EMPLOYER_INTERVIEWS",
  LOCAL_ORGANISATIONS = "LOCAL_ORGANISATIONS",
  VISIT = "VISIT",
}

/** Whether a company or a participant was there; expected until the activity is held. */
export enum ActivityAttendance {
  EXPECTED = "EXPECTED",
  PRESENT = "PRESENT",
  ABSENT = "ABSENT",
}
