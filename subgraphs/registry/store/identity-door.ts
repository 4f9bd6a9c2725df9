/** What the door of a registration is told of who the person is: whether they were known, and to whom to speak. */
import type { EntityManager } from "typeorm";
import { DoorOutcome } from "../domain/identity/index.ts";

export interface Door {
  outcome: DoorOutcome;
  /** Codes of the organisations that may know the person. */
  mayBeKnownTo: string[];
}

/** In the order of the registrations' ids. */
export async function doorsOf(manager: EntityManager, ids: readonly string[]): Promise<Door[]> {
  const rows: { id: string; linked: boolean; mayBeKnownTo: string[] }[] = await manager.query(DOORS, [ids]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const { linked = false, mayBeKnownTo = [] } = found.get(id) ?? {};
    if (linked) return { outcome: DoorOutcome.LINKED, mayBeKnownTo: [] };
    const outcome = mayBeKnownTo.length > 0 ? DoorOutcome.POSSIBLE_DUPLICATE : DoorOutcome.NEW;
    return { outcome, mayBeKnownTo };
  });
}

const DOORS = /* sql */ `
  select asked.id,
    exists (select from identity_pair where asked.id in (one_id, other_id)
      and state in ('LINKED', 'LINKED_AUTOMATICALLY')) as linked,
    array(select distinct case when one_id = asked.id then other_organisation else one_organisation end
      from possible_duplicate where asked.id in (one_id, other_id) order by 1) as "mayBeKnownTo"
  from unnest($1::uuid[]) as asked (id)`;
