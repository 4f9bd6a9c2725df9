/** What statistics are made of: how many of each kind on each day, over the whole history, one statement each. */
import type { Reader } from "../../../platform/load.ts";

/** How many on a day, for one key: a sector, a step. */
export interface KeyedCount {
  day: string;
  key: string | null;
  count: number;
}

/** The presence of an employer at an event that was held. */
export interface PresenceOnDay {
  day: string;
  employerId: string;
  sector: string;
}

/** How many people on a day, of one sector or region. */
export interface PeopleCount extends KeyedCount {
  key: string;
}

/** How many first entered a step on a day, by their sector. */
export interface StepCount extends PeopleCount {
  step: string;
}

/** The histories of one request: each is read once, however many periods are asked for. */
export function createHistories({ manager, waves }: Reader) {
  const history = <Entry>(sql: string) => {
    const loader = waves.loader<"ALL", Entry[]>(async (keys) => {
      const entries: Entry[] = await manager.query(sql);
      return keys.map(() => entries);
    });
    return () => loader.load("ALL");
  };
  return {
    registrations: history<PeopleCount>(
      `select registered_on as day, sector as key, count(*) as count from participant
       group by 1, 2 order by 1, 2`,
    ),
    departures: history<PeopleCount>(
      `select closed_on as day, region_code as key, count(*) as count from participant
       where region_code is not null group by 1, 2 order by 1, 2`,
    ),
    steps: history<StepCount>(
      `select day, step, sector as key, count(*) as count
       from (select min(e.happened_on) as day, e.step, p.sector
             from journey_entry e join participant p using (registration_id)
             where e.kind = 'ENTERED' group by e.registration_id, e.step, p.sector) entered
       group by 1, 2, 3 order by 1, 2, 3`,
    ),
    calls: history<KeyedCount>(
      `select ${dayOf("starts_at")} as day, null as key, count(*) as count from adviser_call
       where state = 'MADE' group by 1 order by 1`,
    ),
    activities: history<KeyedCount>(
      `select ${dayOf("starts_at")} as day, sector as key, count(*) as count from activity
       where state = 'HELD' group by 1, 2 order by 1, 2`,
    ),
    events: history<KeyedCount>(
      `select ${dayOf("starts_at")} as day, sector as key, count(*) as count from recruitment_event
       where state = 'HELD' group by 1, 2 order by 1, 2`,
    ),
    presences: history<PresenceOnDay>(
      `select ${dayOf("r.starts_at")} as day, ee.employer_id as "employerId", e.sector
       from event_employer ee
       join recruitment_event r on r.id = ee.event_id and r.state = 'HELD'
       join employer e on e.id = ee.employer_id
       where ee.presence = 'PRESENT' order by 1, 2`,
    ),
    interviews: history<KeyedCount>(
      `select ${dayOf("starts_at")} as day, null as key, count(*) as count from interview
       where state = 'HELD' group by 1 order by 1`,
    ),
    jobs: history<PeopleCount>(
      `select day, sector as key, count(*) as count
       from (select min(o.since) as day, p.sector
             from outcome o join participant p using (registration_id)
             where o.employed group by o.registration_id, p.sector) hired
       group by 1, 2 order by 1, 2`,
    ),
  };
}

/** The day of a moment in Québec. */
function dayOf(column: string): string {
  return `(${column} at time zone 'America/Toronto')::date`;
}
