/**
 * How long things take, over people: medians and ninetieth percentiles of whole groups of at least five, so that
 * neither a figure nor the difference of two tells of fewer (platform/suppress.ts).
 */
import type { EntityManager } from "typeorm";
import { publishedSpan, SMALLEST_GROUP, type DayCount } from "../../../platform/suppress.ts";

/** How long something took, in days. */
export interface Duration {
  /** The number of people it is made of. */
  people: number;
  medianDays: number;
  /** Null for fewer than ten people: the ninetieth of fewer is nearly the last one's own. */
  p90Days: number | null;
}

/** A history by key and by day; and the percentiles of the spans of some keys. Both are SQL over the same people. */
interface Measure {
  /** Gives `key`, `day` and `count`, in the order of the days; `$1` is the last day. */
  history: string;
  /** Gives `key`, `median` and `p90`, of the spans `$1` (key), `$2` (after) and `$3` (up to). */
  percentiles: string;
}

/** The duration by key over the people published between two days; a key with fewer than five is left out. */
export async function durations(
  manager: EntityManager,
  { history, percentiles }: Measure,
  from: string,
  to: string,
): Promise<Map<string, Duration>> {
  const days: (DayCount & { key: string })[] = await manager.query(history, [to]);
  const spans = [...Map.groupBy(days, ({ key }) => key)].flatMap(([key, counts]) => {
    const span = publishedSpan(counts, from, to);
    return span ? [{ key, ...span }] : [];
  });
  if (spans.length === 0) return new Map();
  const rows: { key: string; median: number; p90: number }[] = await manager.query(percentiles, [
    spans.map(({ key }) => key),
    spans.map(({ after }) => after ?? "-infinity"),
    spans.map(({ upTo }) => upTo),
  ]);
  const people = new Map(spans.map(({ key, count }) => [key, count]));
  return new Map(
    rows.map(({ key, median, p90 }) => {
      const count = people.get(key) ?? 0;
      const p90Days = count >= 2 * SMALLEST_GROUP ? rounded(p90) : null;
      return [key, { people: count, medianDays: rounded(median), p90Days }];
    }),
  );
}

/** To a tenth of a day. */
function rounded(days: number): number {
  return Math.round(days * 10) / 10;
}

const MEDIAN_AND_P90 = `(percentile_cont(array[0.5, 0.9]) within group (order by days))[1]::float8 as median,
  (percentile_cont(array[0.5, 0.9]) within group (order by days))[2]::float8 as p90`;
const SPANS = "unnest($1::text[], $2::date[], $3::date[]) as span (key, after, up_to)";

/** `key`, `day` and how many `days` it took, each person once a key. */
function measure(people: string): Measure {
  return {
    history: `select key, day::text as day, count(*)::int as count from (${people}) as people
      where day <= $1::date group by key, day order by day`,
    percentiles: `select span.key, ${MEDIAN_AND_P90} from ${SPANS}
      join (${people}) as people on people.key = span.key and day > after and day <= up_to group by span.key`,
  };
}

/** A moment's day in Québec, and what lies between two moments in days: SQL. */
const dayOf = (moment: string) => `(${moment} at time zone 'America/Toronto')::date`;
const daysBetween = (start: string, end: string) => `extract(epoch from ${end} - ${start}) / 86400`;

/** By stage: how long people stayed there the first time, by the day on which they left. */
export const DAYS_IN_STAGE = measure(`
  select stage as key, ${dayOf("until")} as day, ${daysBetween("since", "until")} as days
  from stage_spell where is_first and until is not null`);

/** By what a referral was for: how long a person's first accepted one waited, by the day on which it was accepted. */
export const DAYS_TO_ACCEPTANCE = measure(`
  select distinct on (candidate_id, reason) reason as key, ${dayOf("answered_at")} as day,
    ${daysBetween("requested_at", "answered_at")} as days
  from referral where state in ('ACCEPTED', 'IN_PROGRESS', 'COMPLETED') and answered_at is not null
  order by candidate_id, reason, answered_at, id`);

/** The mandate of each organisation that may be a door. */
const DOORS = `select code, min(mandate) as mandate from organisation join mandate on organisation_id = organisation.id
  where mandate in ('PRE_DEPARTURE_REFERRAL', 'EMPLOYABILITY', 'MATCHING', 'PASSERELLE', 'WELCOME') group by code`;

/**
 * By stage, profile and door: how long it took to get there from the first milestone, by the day of arrival, of those
 * whose file was not closed in between; `stage_arrival` is kept as they arrive. The key is of the stage, whether the
 * person was abroad at first, and the mandate of the organisation of the door.
 */
export const DAYS_TO_STAGE: Measure = {
  history: `select stage || ' ' || from_abroad || ' ' || mandate as key, people.day::text as day, sum(count)::int as count
    from (select stage, from_abroad, door, day, count(*) as count from stage_arrival where day <= $1::date
      group by stage, from_abroad, door, day) as people
    join (${DOORS}) as door on door.code = people.door
    group by stage, from_abroad, mandate, people.day order by people.day`,
  percentiles: `select span.key, ${MEDIAN_AND_P90} from ${SPANS}
    join (${DOORS}) as door on door.mandate = split_part(span.key, ' ', 3)
    join stage_arrival on stage = split_part(span.key, ' ', 1) and from_abroad = split_part(span.key, ' ', 2)::boolean
      and stage_arrival.door = door.code and day > after and day <= up_to
    group by span.key`,
};
