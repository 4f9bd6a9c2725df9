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
