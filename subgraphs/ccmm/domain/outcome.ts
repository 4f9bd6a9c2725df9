/** What follows the events: exchanges on one's own with an employer, and whether the person is employed. */

export enum ExchangeOpener {
  PARTICIPANT = "PARTICIPANT",
  EMPLOYER = "EMPLOYER",
}

export enum ExchangeState {
  OPEN = "OPEN",
  ENDED = "ENDED",
  HIRED = "HIRED",
}

/** What may follow each state of an exchange. */
export const EXCHANGE_MOVES: Record<ExchangeState, readonly ExchangeState[]> = {
  OPEN: [ExchangeState.ENDED, ExchangeState.HIRED],
  ENDED: [],
  HIRED: [],
};

/** How the person came to the job. */
export enum HiringWay {
  RECRUITMENT_EVENT = "RECRUITMENT_EVENT",
  SELF_DIRECTED_MATCHING = "SELF_DIRECTED_MATCHING",
  OTHER = "OTHER",
}

/** How the consent behind a video link ended. */
export enum VideoEnding {
  WITHDRAWN = "WITHDRAWN",
  REPLACED = "REPLACED",
}

/** What is said of a job, or of having none. */
export interface OutcomeFacts {
  employed: boolean;
  employerId: string | null;
  employerName: string | null;
  way: HiringWay | null;
  eventId: string | null;
}

/** The parts of an outcome that can be missing or too many. */
export type OutcomeField = "employerId" | "way" | "eventId";

/**
 * The first part that does not hold together, or null: a job has one employer, of the programme or named, and says how
 * it came about; one found through the programme names the employer of the programme; one found at an event names the
 * event. Having no job says nothing of this.
 */
export function missingFrom(facts: OutcomeFacts): OutcomeField | null {
  const { employed, employerId, employerName, way, eventId } = facts;
  const employers = [employerId, employerName].filter((each) => each !== null).length;
  if (employers !== (employed ? 1 : 0)) return "employerId";
  if (employed !== (way !== null)) return "way";
  if (way !== null && way !== HiringWay.OTHER && employerId === null) return "employerId";
  return (way === HiringWay.RECRUITMENT_EVENT) === (eventId !== null) ? null : "eventId";
}
