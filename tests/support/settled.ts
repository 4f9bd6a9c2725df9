/** Waiting until a hub does nothing by itself any more, so that what is seen next is what a test does. */
import { until } from "./background.ts";
import { withClient } from "./database.ts";

/** Jobs that are left, and rules of the schedule of retention, which a process carries out when it has started. */
const UNDER_WAY = `
  select (select count(*)::int from graphile_worker.jobs) + (select count(*)::int from retention_rule
    where name not in (select rule from retention_run)) as count`;

/** @param ownerUrls the databases of the hub, whose subgraphs serve */
export async function untilSettled(ownerUrls: readonly string[]): Promise<void> {
  for (const url of ownerUrls)
    await withClient(url, (owner) =>
      until(async () => (await owner.query<{ count: number }>(UNDER_WAY)).rows[0]?.count === 0),
    );
}
