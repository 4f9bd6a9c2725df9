/** How many on each day: what statistics are made of, read once for all the periods of a request. */
import type DataLoader from "dataloader";
import type { Reader } from "../../../platform/load.ts";
import type { DayCount } from "../../../platform/suppress.ts";

/** A day, how many on it, and what they have in common: `tenant`, `track`, `region` or `reason`. */
export type HistoryEntry<Part extends string> = DayCount & Record<Part, string>;

/** Histories by the day they must reach; each may go beyond it, as far as another period of the request needs. */
export type HistoryLoader<Part extends string> = DataLoader<string, HistoryEntry<Part>[]>;

/** A loader of the history that `sql` selects up to the day `$1`, in order of days. */
function historyOf<Part extends string>({ manager, waves }: Reader, sql: string): HistoryLoader<Part> {
  return waves.loader(async (days) => {
    const latest = days.reduce((one, other) => (one > other ? one : other));
    const history: HistoryEntry<Part>[] = await manager.query(sql, [latest]);
    return days.map(() => history);
  });
}

/** The loaders of the histories of this subgraph. */
export function createHistories(reader: Reader) {
  return {
    householdsOpened: historyOf<"tenant" | "track">(
      reader,
      `select opened_on as day, tenant, track, count(*) as count from household
       where opened_on <= $1 group by opened_on, tenant, track order by opened_on`,
    ),
    arrivals: historyOf<"region">(
      reader,
      `select arrived_on as day, region_code as region, count(*) as count from relocation_plan
       where arrived_on <= $1 group by arrived_on, region_code order by arrived_on`,
    ),
    returns: historyOf<"reason">(
      reader,
      `select returned_on as day, reason, count(*) as count from relocation_return
       where returned_on <= $1 group by returned_on, reason order by returned_on`,
    ),
    readinessDeclared: historyOf<never>(
      reader,
      `select declared_on as day, count(*) as count from readiness
       where declared_on <= $1 group by declared_on order by declared_on`,
    ),
    preDepartureReceived: historyOf<never>(
      reader,
      `select received_on as day, count(*) as count from pre_departure_case
       where received_on <= $1 group by received_on order by received_on`,
    ),
    /** The counsellors in place at the end of a day. */
    counsellorsOn: reader.waves.loader<string, number>(async (days) => {
      const counts: DayCount[] = await reader.manager.query(
        `select asked.day, count(*) as count from counsellor
         join unnest($1::date[]) as asked(day)
           on started_on <= asked.day and (ended_on is null or ended_on > asked.day)
         group by asked.day`,
        [[...days]],
      );
      const found = new Map(counts.map(({ day, count }) => [day, count]));
      return days.map((day) => found.get(day) ?? 0);
    }),
  };
}
