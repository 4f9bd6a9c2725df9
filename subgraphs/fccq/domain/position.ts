/** A job position in the regions: its states and what may follow each. */

export enum PositionState {
  OPEN = "OPEN",
  FILLED = "FILLED",
  WITHDRAWN = "WITHDRAWN",
}

/** What may follow each state. A filled position can open again: the person did not start, or left. */
export const POSITION_MOVES: Record<PositionState, readonly PositionState[]> = {
  OPEN: [PositionState.FILLED, PositionState.WITHDRAWN],
  FILLED: [PositionState.OPEN],
  WITHDRAWN: [PositionState.OPEN],
};

/**
 * Whether asking for another language than French is explained as the law wants it: a language needs its reason
 * (Charter of the French language, art. 46), and a reason without a language means nothing.
 */
export function otherLanguageIsExplained(language: string | null, reason: string | null): boolean {
  return (language === null) === (reason === null);
}
