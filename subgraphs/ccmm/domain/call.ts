/** The call of an adviser of Talents et diversité: its states and what may follow each. */

export enum CallState {
  SCHEDULED = "SCHEDULED",
  MADE = "MADE",
  MISSED = "MISSED",
  CANCELLED = "CANCELLED",
}

/** What may follow each state. A call that was missed is followed by another call, not by a change of this one. */
export const CALL_MOVES: Record<CallState, readonly CallState[]> = {
  SCHEDULED: [CallState.MADE, CallState.MISSED, CallState.CANCELLED],
  MADE: [],
  MISSED: [],
  CANCELLED: [],
};
