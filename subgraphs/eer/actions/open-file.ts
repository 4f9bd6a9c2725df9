/** The file of a registration: opened once, found again whenever the person comes back. */
import { v7 as uuid } from "uuid";
import type { Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import type { EerContext } from "../context.ts";
import type { EmployabilityTrack } from "../domain/track.ts";
import { EmployabilityFileRow } from "../store/employability-file.row.ts";
import { HouseholdMemberRow } from "../store/household-member.row.ts";
import { IsNull } from "typeorm";

/** The registration that a ticket proves. @throws {Refusal} `UNKNOWN_REFERENCE` when it is not one of the caller's. */
export function registrationOf(ticket: string, { viewer }: Work, { readTicket }: EerContext): string {
  const registrationId = readTicket(ticket, viewer.organisation);
  if (!registrationId)
    throw new Refusal("UNKNOWN_REFERENCE", "This is not the ticket of one of your registrations.", "ticket");
  return registrationId;
}

/** The file of a registration on this track, opened if there is none. */
export async function openFile(
  registrationId: string,
  track: EmployabilityTrack,
  openedOn: string,
  { manager, save, viewer }: Work,
): Promise<EmployabilityFileRow> {
  const known = await manager.findOneBy(EmployabilityFileRow, { registrationId });
  if (known?.track === track) return known;
  if (known) return save(EmployabilityFileRow, { ...known, track, trackSince: openedOn });
  return save(EmployabilityFileRow, {
    id: uuid(),
    tenant: viewer.organisation,
    registrationId,
    track,
    trackSince: openedOn,
    openedOn,
  });
}

/** @throws {Refusal} `CONFLICT` when the registration belongs to a household now. */
export async function refuseSecondHousehold(registrationId: string, { manager }: Work): Promise<void> {
  if (await manager.existsBy(HouseholdMemberRow, { registrationId, leftOn: IsNull() }))
    throw new Refusal("CONFLICT", "This person belongs to a household already.", "ticket");
}
