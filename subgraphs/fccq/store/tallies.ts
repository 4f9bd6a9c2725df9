/**
 * The figures of the programme: what stood on a day, what came about in a period, and people day by day. Each is one
 * statement, whatever the number of days and periods that a request asks for.
 */
import type DataLoader from "dataloader";
import type { Reader } from "../../../platform/load.ts";
import type { DayCount } from "../../../platform/suppress.ts";
import { periodKey, type Days } from "../domain/period.ts";

/** Figures of a period, in all and for each region that has any. */
export interface Figures<Name extends string> {
  total: Record<Name, number>;
  regions: Map<string, Record<Name, number>>;
}

/**
 * How many rows of a table stood on each day asked for, as `2026-11-21`.
 * @param standing SQL over the row `t` and the day `d.day`
 */
export function standingOn(
  { manager, waves }: Reader,
  table: string,
  standing: string,
): DataLoader<string, number> {
  return waves.loader(async (days) => {
    const rows: { day: string; count: number }[] = await manager.query(
      `select d.day, count(t.id) as count
       from "${table}" t right join unnest($1::date[]) as d(day) on ${standing}
       group by d.day`,
      [[...days]],
    );
    const counts = new Map(rows.map(({ day, count }) => [day, count]));
    return days.map((day) => counts.get(day) ?? 0);
  });
}

/**
 * Figures of things that are not people, in each period asked for.
 * @param figures each figure as an SQL aggregate
 * @param from the tables, with the row that carries `region_code` as `t`
 * @param day SQL for the day that a row counts on
 */
export function inPeriod<Name extends string>(
  { manager, waves }: Reader,
  figures: Record<Name, string>,
  from: string,
  day: string,
  where = "true",
): (period: Days) => Promise<Figures<Name>> {
  const names = Object.keys(figures) as Name[];
  const loader = waves.loader<string, Figures<Name>>(async (keys) => {
    const periods = keys.map((key) => key.split("/"));
    const rows: (Record<Name, number> & { key: string; region: string | null })[] = await manager.query(
      `select p.key, t.region_code as region, ${names.map((name) => `${figures[name]} as "${name}"`).join(", ")}
       from ${from}
       join unnest($1::text[], $2::date[], $3::date[]) as p(key, first, last) on ${day} between p.first and p.last
       where ${where}
       group by grouping sets ((p.key), (p.key, t.region_code))`,
      [[...keys], periods.map(([first]) => first), periods.map(([, last]) => last)],
    );
    return keys.map((key) => {
      const found = rows.filter((row) => row.key === key);
      const none = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
      return {
        total: found.find(({ region }) => region === null) ?? none,
        regions: new Map(found.flatMap((row) => (row.region === null ? [] : [[row.region, row] as const]))),
      };
    });
  });
  return (period) => loader.load(periodKey(period));
}

/**
 * People day by day, from the first day of the programme to the day asked for: what `publishedCount` works on.
 * @param counts the names of the counts
 * @param days SQL that gives `day` and a column for each count, in order, up to the day `$1`
 */
export function history<Name extends string>(
  { manager, waves }: Reader,
  counts: readonly Name[],
  days: string,
): DataLoader<string, Record<Name, DayCount[]>> {
  return waves.loader(async (tos) => {
    // One reading serves all: publishedCount stops at the end of its own period.
    const last = tos.toSorted().at(-1);
    const rows: (Record<Name, number> & { day: string })[] = await manager.query(days, [last]);
    const histories = Object.fromEntries(
      counts.map((name) => [name, rows.map((row) => ({ day: row.day, count: row[name] as number }))]),
    ) as Record<Name, DayCount[]>;
    return tos.map(() => histories);
  });
}
