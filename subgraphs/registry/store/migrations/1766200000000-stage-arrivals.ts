/** How long people took to get to a stage, kept as they do: statistics used to work it out from every stay of everybody. */
import { SqlMigration } from "../../../../platform/database.ts";

export class StageArrivals1766200000000 extends SqlMigration {
  readonly name = "StageArrivals1766200000000";

  protected readonly sql = /* sql */ `
    -- The first arrival of a person at a stage whose file had not been closed before: the day of it in Québec, and the
    -- days since the first milestone. Kept by the triggers below alone. Nobody sorts these words as people would.
    create table stage_arrival (
      candidate_id uuid not null,
      position int not null,
      stage text collate "C" not null,
      from_abroad boolean not null,
      door text collate "C" not null,
      day date not null,
      days float8 not null,
      primary key (candidate_id, position)
    );
    create index stage_arrival_day on stage_arrival (stage, from_abroad, door, day) include (days);

    -- What the table should hold.
    create view stage_arrival_told as
      select reached.candidate_id, reached.position, reached.stage, start.stage = 'PRE_DEPARTURE' as from_abroad,
        candidate.door, (reached.since at time zone 'America/Toronto')::date as day,
        (extract(epoch from reached.since - start.since) / 86400)::float8 as days
      from stage_spell as reached
      join stage_spell as start on start.candidate_id = reached.candidate_id and start.position = 0
      join candidate on candidate.id = reached.candidate_id
      where reached.is_first and reached.position > 0 and candidate.door is not null and not exists (
        select from stage_spell as closed where closed.candidate_id = reached.candidate_id
          and closed.position < reached.position
          and closed.ended_by in ('FOUND_NOT_ELIGIBLE', 'REDIRECTED', 'WITHDREW', 'CONTACT_LOST'));

    -- Writes what differs, and nothing else. In this language its plan is kept: making it costs more than its work.
    create function tell_arrivals(people uuid[]) returns void language plpgsql as $$ begin
      with told as materialized (select * from stage_arrival_told where candidate_id = any(people)),
      gone as (
        delete from stage_arrival where candidate_id = any(people) and not exists (select from told
          where told.candidate_id = stage_arrival.candidate_id and told.position = stage_arrival.position))
      insert into stage_arrival select * from told
        on conflict (candidate_id, position) do update set stage = excluded.stage, from_abroad = excluded.from_abroad,
          door = excluded.door, day = excluded.day, days = excluded.days
        where (stage_arrival.stage, stage_arrival.from_abroad, stage_arrival.door, stage_arrival.day, stage_arrival.days)
          is distinct from (excluded.stage, excluded.from_abroad, excluded.door, excluded.day, excluded.days);
    end $$;

    -- Whoever is only registered has arrived nowhere yet.
    create function arrivals_made() returns trigger language plpgsql as $$ declare people uuid[]; begin
      select array_agg(distinct candidate_id) into people from changed where position > 0;
      if people is not null then perform tell_arrivals(people); end if;
      return null;
    end $$;
    create trigger stage_arrival_made after insert on stage_spell referencing new table as changed
      for each statement execute function arrivals_made();
    create trigger stage_arrival_removed after delete on stage_spell referencing old table as changed
      for each statement execute function arrivals_made();

    -- Most stays change only by their end, which tells of an arrival only when it closes the file.
    create function arrivals_changed() returns trigger language plpgsql as $$ declare people uuid[]; begin
      select array_agg(distinct candidate_id) into people from was join made using (candidate_id, position)
        where (was.stage, was.since, was.is_first) is distinct from (made.stage, made.since, made.is_first)
          or (was.ended_by in ('FOUND_NOT_ELIGIBLE', 'REDIRECTED', 'WITHDREW', 'CONTACT_LOST'))
            is distinct from (made.ended_by in ('FOUND_NOT_ELIGIBLE', 'REDIRECTED', 'WITHDREW', 'CONTACT_LOST'));
      if people is not null then perform tell_arrivals(people); end if;
      return null;
    end $$;
    create trigger stage_arrival_changed after update on stage_spell referencing old table as was new table as made
      for each statement execute function arrivals_changed();

    create function arrivals_by_door() returns trigger language plpgsql as $$ begin
      perform tell_arrivals(array[new.id]);
      return null;
    end $$;
    create trigger stage_arrival_door after update on candidate for each row
      when (old.door is distinct from new.door) execute function arrivals_by_door();
  `;
}
