/** Many registrations at once: those that wait to be compared, and news written for all of them in one statement. */
import { SqlMigration } from "../../../../platform/database.ts";

export class Imports1765600000000 extends SqlMigration {
  readonly name = "Imports1765600000000";

  protected readonly sql = /* sql */ `
    -- Registrations that came together and that nobody has compared with the others yet. Until then nobody is
    -- compared with them either, so that the order in which they came decides, and not who was faster.
    -- Registrations are never deleted, so nothing asks for a foreign key, which would cost a tenth of an import.
    create table identity_waiting (
      registration_id uuid primary key,
      organisation_code text not null,
      -- A new registration may be linked by the matcher; of one that was corrected it only asks.
      may_link boolean not null
    );
    create index identity_waiting_of on identity_waiting (organisation_code, registration_id);

    -- As before, but the circles of all the people are read together.
    create or replace function news_of_milestones() returns trigger language plpgsql as $$
    begin
      with person as materialized (select distinct candidate_id from made),
      told as (
        select candidate_id, organisation_code as code from registration join person using (candidate_id)
        union select candidate_id, to_organisation from referral join person using (candidate_id)
          where state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS')
        union select person.candidate_id, coordinator.code from news_coordinators() as coordinator cross join person),
      circle as materialized (select candidate_id, array_agg(code) as codes from told group by candidate_id)
      insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
        select 'MILESTONE_REPORTED', made.candidate_id, made.id, array[made.organisation_code], coalesce(circle.codes, '{}')
        from made left join circle using (candidate_id);
      return null;
    end $$;

    create function news_of_registrations() returns trigger language plpgsql as $$
    begin
      insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
        select 'REGISTRATION_LINKED', made.candidate_id, made.id, array[made.organisation_code], news_circle(made.candidate_id)
        from made where exists (select from registration where candidate_id = made.candidate_id and id <> made.id);
      return null;
    end $$;
    drop trigger news_recorded on registration;
    create trigger news_recorded after insert on registration referencing new table as made
      for each statement execute function news_of_registrations();
  `;
}
