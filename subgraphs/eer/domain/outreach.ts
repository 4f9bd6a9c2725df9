/** Where people hear of EER: fairs, webinars, sessions. */

export enum OutreachEventKind {
  FAIR = "FAIR",
  WEBINAR = "WEBINAR",
  INFORMATION_SESSION = "INFORMATION_SESSION",
}

export enum OutreachEventState {
  PLANNED = "PLANNED",
  HELD = "HELD",
  CANCELLED = "CANCELLED",
}

/** What may follow each state. */
export const OUTREACH_MOVES: Record<OutreachEventState, readonly OutreachEventState[]> = {
  PLANNED: [OutreachEventState.HELD, OutreachEventState.CANCELLED],
  HELD: [],
  CANCELLED: [],
};

/** A webinar has no city; a fair or a session is held somewhere. */
export function placeIsRight(kind: OutreachEventKind, city: string | null): boolean {
  return (kind === OutreachEventKind.WEBINAR) === (city === null);
}
