/** Recruitment events: their kinds, their states, and what may follow each. */

export enum EventKind {
  SPEED_INTERVIEWS = "SPEED_INTERVIEWS",
  VIRTUAL_FAIR = "VIRTUAL_FAIR",
}

export enum EventState {
  PLANNED = "PLANNED",
  MATCHED = "MATCHED",
  HELD = "HELD",
  CANCELLED = "CANCELLED",
}

/** What may follow each state. No event is held before its matching exercise; an exercise can be taken up again. */
export const EVENT_MOVES: Record<EventState, readonly EventState[]> = {
  PLANNED: [EventState.MATCHED, EventState.CANCELLED],
  MATCHED: [EventState.PLANNED, EventState.HELD, EventState.CANCELLED],
  HELD: [],
  CANCELLED: [],
};

/** What became of a pairing after the score: a person's decision. */
export enum PairingState {
  PROPOSED = "PROPOSED",
  CONFIRMED = "CONFIRMED",
  SET_ASIDE = "SET_ASIDE",
}

/** What may follow each state. Both decisions can be taken back. */
export const PAIRING_MOVES: Record<PairingState, readonly PairingState[]> = {
  PROPOSED: [PairingState.CONFIRMED, PairingState.SET_ASIDE],
  CONFIRMED: [PairingState.SET_ASIDE],
  SET_ASIDE: [PairingState.CONFIRMED],
};

export enum InterviewState {
  SCHEDULED = "SCHEDULED",
  HELD = "HELD",
  MISSED = "MISSED",
  CANCELLED = "CANCELLED",
}

/** What may follow each state of an interview. */
export const INTERVIEW_MOVES: Record<InterviewState, readonly InterviewState[]> = {
  SCHEDULED: [InterviewState.HELD, InterviewState.MISSED, InterviewState.CANCELLED],
  HELD: [],
  MISSED: [],
  CANCELLED: [],
};

/** What the employer said after an interview. */
export enum InterviewOutcome {
  CONTINUES = "CONTINUES",
  NOT_RETAINED = "NOT_RETAINED",
}
