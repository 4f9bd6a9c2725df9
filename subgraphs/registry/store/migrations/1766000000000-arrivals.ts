/** Where the rows of a spreadsheet stand between their landing and their becoming registrations. */
import { SqlMigration } from "../../../../platform/database.ts";

export class Arrivals1766000000000 extends SqlMigration {
  readonly name = "Arrivals1766000000000";

  protected readonly sql = /* sql */ `
    -- Rows that were kept, in the order of their file, and that nobody has compared with the others yet. No keys and no
    -- index but their place: they are written once, read once and taken off. The checks are those of a registration,
    -- so that what has landed can be entered.
    create table registration_arriving (
      import_id uuid not null,
      line int not null,
      organisation_code text not null,
      organisation_reference text not null check (length(organisation_reference) between 1 and 200),
      entry_door text not null check (entry_door in ('WEBSITE', 'WALK_IN', 'PHONE', 'FAIR', 'WEBINAR', 'REFERRAL', 'PRE_DEPARTURE')),
      registered_on date not null,
      given_names text check (length(given_names) between 1 and 200),
      family_names text check (length(family_names) between 1 and 200),
      birth_date text check (birth_date ~ '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'),
      email text check (length(email) between 3 and 254),
      phone text check (length(phone) between 3 and 30),
      address text check (length(address) between 1 and 300),
      city text check (length(city) between 1 and 100),
      postal_code text check (length(postal_code) between 3 and 12),
      country text check (country ~ '^[A-Z]{2}$'),
      constraint a_person_has_a_name check (given_names is not null or family_names is not null),
      primary key (import_id, line)
    );

    -- Who bears each of many keys, at most "most" and one more of each. One look into the index for each key: while a
    -- table is new to the planner it would rather read all of it, once for each key.
    create function identity_holders(keys text[], most int) returns table (place int, holders uuid[])
      language sql stable set enable_seqscan = off set enable_indexscan = off as $$
      select asked.place::int, held.holders from unnest(keys) with ordinality as asked (key, place)
      cross join lateral (
        select array_agg(candidate_id) as holders from (
          select candidate_id from registration where identity_keys @> array[asked.key] limit most + 1) as few) as held
      where held.holders is not null
    $$;

    -- As before, but whoever made the registration is told too while it is on its way to another candidate.
    create or replace function news_of_milestones() returns trigger language plpgsql as $$
    begin
      with person as materialized (select distinct candidate_id from made),
      told as (
        select candidate_id, organisation_code as code from registration join person using (candidate_id)
        union select made.candidate_id, registration.organisation_code from made join registration on registration.id = made.registration_id
        union select candidate_id, to_organisation from referral join person using (candidate_id)
          where state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS')
        union select person.candidate_id, coordinator.code from news_coordinators() as coordinator cross join person),
      circle as materialized (select candidate_id, array_agg(code) as codes from told group by candidate_id)
      insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
        select 'MILESTONE_REPORTED', made.candidate_id, made.id, array[made.organisation_code], coalesce(circle.codes, '{}')
        from made left join circle using (candidate_id);
      return null;
    end $$;
  `;
}
