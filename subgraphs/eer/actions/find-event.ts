/** Finding the outreach event that brought a household: it may be another tenant's, and so is read without a lock. */
import type { Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { UUID } from "../../../platform/uuid.ts";
import { OutreachEventRow } from "../store/outreach-event.row.ts";

/** The event. @throws {Refusal} `UNKNOWN_REFERENCE` when there is none. */
export async function findEvent(id: string, { manager }: Work): Promise<OutreachEventRow> {
  const event = UUID.test(id) ? await manager.findOneBy(OutreachEventRow, { id }) : null;
  if (!event) throw new Refusal("UNKNOWN_REFERENCE", "There is no such event.", "outreachEventId");
  return event;
}
