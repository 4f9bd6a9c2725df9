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
      "select day, tenant, track, count from households_opened where day <= $1 order by day",
    ),
    arrivals: historyOf<"region">(
      reader,
      "select day, region, count from households_arrived where day <= $1 order by day",
    ),
    returns: historyOf<"reason">(
      reader,
      "select day, reason, count from households_returned where day <= $1 order by day",
    ),
    readinessDeclared: historyOf<never>(
      reader,
      "select day, count from readiness_declared where day <= $1 order by day",
    ),
    preDepartureReceived: historyOf<never>(
      reader,
      "select day, count from pre_departure_received where day <= $1 order by day",
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
