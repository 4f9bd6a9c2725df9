/** The region that a person last chose, as their milestones name it. */
import type DataLoader from "dataloader";
import type { Reader } from "../../../platform/load.ts";

/**
 * The code of the region that the latest choice names, by the person's id; null when they have chosen none, or have
 * changed their mind since without saying where to.
 */
export function chosenRegions({ manager, waves }: Reader): DataLoader<string, string | null> {
  return waves.loader(async (ids) => {
    const rows: { id: string; regionCode: string | null }[] = await manager.query(CHOSEN, [[...ids]]);
    const found = new Map(rows.map(({ id, regionCode }) => [id, regionCode]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

const CHOSEN = /* sql */ `
  select person.id, region_code as "regionCode" from unnest($1::uuid[]) as person (id) cross join lateral (
    select region_code from milestone
    where candidate_id = person.id and kind in ('REGION_CHOSEN', 'REGION_CHANGED') and withdrawn_at is null
    order by occurred_at desc, id desc limit 1) as chosen`;
