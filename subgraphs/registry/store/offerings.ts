/** What organisations are mandated to do today: the table is small and read whole, once a request. */
import type { Reader } from "../../../platform/load.ts";
import type { Offering } from "../domain/support.ts";

/** Reads the mandates that hold today, when they are first asked for. */
export function readOfferings({ manager, waves }: Reader): () => Promise<Offering[]> {
  let known: Promise<Offering[]> | undefined;
  return () => {
    known ??= waves.track(manager.query(OFFERINGS));
    return known;
  };
}

const OFFERINGS = /* sql */ `
  select organisation.code as organisation, mandate, region_code as "regionCode"
  from mandate join organisation on organisation.id = mandate.organisation_id
  where coalesce(mandate.since <= current_date, true) and coalesce(mandate.until >= current_date, true)`;
