/** What becomes of a match after the score: each step is a person's decision. */

export enum MatchState {
  MATCHED = "MATCHED",
  PREQUALIFIED = "PREQUALIFIED",
  SET_ASIDE = "SET_ASIDE",
  INVITED = "INVITED",
  INTERVIEWED = "INTERVIEWED",
  RETAINED = "RETAINED",
  NOT_RETAINED = "NOT_RETAINED",
  CONTINUING = "CONTINUING",
}

/** What may follow each state. Setting aside is a decision that a person can take back. */
export const MATCH_MOVES: Record<MatchState, readonly MatchState[]> = {
  MATCHED: [MatchState.PREQUALIFIED, MatchState.SET_ASIDE],
  PREQUALIFIED: [MatchState.INVITED, MatchState.SET_ASIDE],
  SET_ASIDE: [MatchState.PREQUALIFIED],
  INVITED: [MatchState.INTERVIEWED, MatchState.SET_ASIDE],
  INTERVIEWED: [MatchState.RETAINED, MatchState.NOT_RETAINED],
  RETAINED: [MatchState.CONTINUING, MatchState.NOT_RETAINED],
  NOT_RETAINED: [],
  CONTINUING: [],
};

/** Whether a step shows the person to an employer, which is done only while they let themselves be matched. */
export function needsMatchingOn(to: MatchState): boolean {
  return to === MatchState.PREQUALIFIED || to === MatchState.INVITED;
}

/** The states in which one employer holds the person: they are not to be left invited by another meanwhile. */
export const HOLDING: readonly MatchState[] = [MatchState.RETAINED, MatchState.CONTINUING];

/** The states in which an employer waits for a person, and which end when the person takes a job elsewhere. */
export const WAITING: readonly MatchState[] = [MatchState.PREQUALIFIED, MatchState.INVITED];
