/** The register of confidentiality incidents: what each goes through until it is closed. */

export enum IncidentState {
  RECORDED = "RECORDED",
  ASSESSED = "ASSESSED",
  CLOSED = "CLOSED",
}

/** What may follow each state; an assessment may be made again when more is known. */
export const INCIDENT_MOVES: Record<IncidentState, readonly IncidentState[]> = {
  RECORDED: [IncidentState.ASSESSED],
  ASSESSED: [IncidentState.ASSESSED, IncidentState.CLOSED],
  CLOSED: [],
};

/** Who must still be told before an incident can be closed: a risk of serious injury is told to both. */
export enum Notice {
  COMMISSION = "COMMISSION",
  PERSONS = "PERSONS",
}

/**
 * The notices that an incident still needs (Act respecting the protection of personal information in the private
 * sector, s. 3.5): the Commission d'accès à l'information and every person concerned, where the risk is serious.
 */
export function noticesDue(incident: {
  serious: boolean | null;
  commissionNotifiedOn: string | null;
  personsNotifiedOn: string | null;
}): Notice[] {
  if (!incident.serious) return [];
  return [
    ...(incident.commissionNotifiedOn === null ? [Notice.COMMISSION] : []),
    ...(incident.personsNotifiedOn === null ? [Notice.PERSONS] : []),
  ];
}
