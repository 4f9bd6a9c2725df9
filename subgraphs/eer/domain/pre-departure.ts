/** The pre-departure pilot: people abroad who hold a CSQ, said that a region interests them, and were referred by MIFI. */

export enum PreDepartureState {
  RECEIVED = "RECEIVED",
  IN_PROGRESS = "IN_PROGRESS",
  ARRIVED = "ARRIVED",
  CLOSED = "CLOSED",
}

/** What may follow each state. Some arrive before anybody could begin with them; another counsellor can take over. */
export const PRE_DEPARTURE_MOVES: Record<PreDepartureState, readonly PreDepartureState[]> = {
  RECEIVED: [PreDepartureState.IN_PROGRESS, PreDepartureState.ARRIVED, PreDepartureState.CLOSED],
  IN_PROGRESS: [PreDepartureState.IN_PROGRESS, PreDepartureState.ARRIVED, PreDepartureState.CLOSED],
  ARRIVED: [],
  CLOSED: [],
};

export enum PreDepartureCloseReason {
  NOT_ELIGIBLE = "NOT_ELIGIBLE",
  CHOSE_MONTREAL = "CHOSE_MONTREAL",
  WILL_NOT_COME = "WILL_NOT_COME",
  WITHDREW = "WITHDREW",
  CONTACT_LOST = "CONTACT_LOST",
}

/** A country by ISO 3166-1, two letters. */
export const COUNTRY_CODE = /^[A-Z]{2}$/;

/** Whether the person has still to arrive. */
export function isAwaited(state: PreDepartureState): boolean {
  return PRE_DEPARTURE_MOVES[state].includes(PreDepartureState.ARRIVED);
}
