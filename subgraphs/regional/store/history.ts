/** What happened on each day, for the statistics: one statement a table, however many periods are asked for. */
import type DataLoader from "dataloader";
import type { Reader } from "../../../platform/load.ts";
import { historyOf, type Day, type History } from "../domain/statistics.ts";

export function historyLoaders(reader: Reader) {
  return {
    /** `01 ARRIVED` and `01 SETTLED`: households, by region. */
    caseHistory: until(reader, CASES),
    /** `3 STILL_THERE` and `3 LEFT`: households, by months after arrival. */
    retentionHistory: until(reader, RETENTION),
    /** `01 VISITS`, and the people received, `01 VISITORS`, by region. */
    visitHistory: until(reader, VISITS),
  };
}

const CASES = /* sql */ `
  select region_code || ' ARRIVED' as key, day, count from households_arrived where day <= $1
  union all
  select region_code || ' SETTLED', day, count from households_settled where day <= $1
  order by day`;

const RETENTION = /* sql */ `
  select months || ' ' || outcome as key, day, count from retention_outcomes where day <= $1
  order by day`;

const VISITS = /* sql */ `
  select region_code || ' VISITS' as key, held_on as day, count(*) as count
  from visit where held_on <= $1 group by region_code, held_on
  union all
  select region_code || ' VISITORS', held_on, sum(received)
  from visit where held_on <= $1 group by region_code, held_on
  order by day`;

/** The whole history up to a day, by that day: the longest one asked for serves all the others. */
function until({ manager, waves }: Reader, sql: string): DataLoader<string, History> {
  return waves.loader<string, History>(async (days) => {
    const rows: (Day & { key: string })[] = await manager.query(sql, [days.toSorted().at(-1)]);
    const history = historyOf(rows);
    return days.map(() => history);
  });
}
