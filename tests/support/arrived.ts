/** Whether statistics know who got to which stage, and when: `stage_arrival` beside the stays that it is kept from. */
import { EXITS } from "../../subgraphs/registry/domain/pathway-table.ts";

const CLOSED = Object.keys(EXITS)
  .map((kind) => `'${kind}'`)
  .join(", ");

/** The statement that gives each arrival that is kept and should not be, or should and is not. */
export const WRONGLY_ARRIVED = /* sql */ `
  with should as (
    select reached.candidate_id, reached.position, reached.stage, start.stage = 'PRE_DEPARTURE' as from_abroad, door,
      (reached.since at time zone 'America/Toronto')::date as day,
      (extract(epoch from reached.since - start.since) / 86400)::float8 as days
    from stage_spell as reached
    join stage_spell as start on start.candidate_id = reached.candidate_id and start.position = 0
    join candidate on candidate.id = reached.candidate_id
    where reached.is_first and reached.position > 0 and door is not null and not exists (
      select from stage_spell as closed where closed.candidate_id = reached.candidate_id
        and closed.position < reached.position and closed.ended_by in (${CLOSED})))
  (select 'missing' as what, * from (select * from should except select * from stage_arrival) as missing)
  union all (select 'too much', * from (select * from stage_arrival except select * from should) as too_much)`;
