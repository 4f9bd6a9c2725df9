/** News: what happened, written by triggers in the transaction of the change, and the order in which it is published. */
import { SqlMigration } from "../../../../platform/database.ts";

export class News1765200000000 extends SqlMigration {
  readonly name = "News1765200000000";

  protected readonly sql = /* sql */ `
    -- What happened and is not published yet. One narrow insert is all that a change waits for. Ids and kinds only.
    create table news_entry (
      id uuid primary key default uuidv7(),
      kind text not null,
      candidate_id uuid,
      subject_id uuid not null,
      -- Whose own doing it is: an organisation that sees no more than its own file is told of this alone.
      parties text[] not null,
      -- The organisations it is for, as the circle was when it happened.
      recipients text[] not null,
      occurred_at timestamptz(3) not null default clock_timestamp()
    );

    -- What was published, each at its place. Places are given one after the other by one publisher at a time, to what
    -- it sees committed: whoever has read up to a place has missed nothing below it, however late a change commits.
    create table news (
      place bigint primary key,
      id uuid not null unique,
      kind text not null,
      candidate_id uuid,
      subject_id uuid not null,
      parties text[] not null,
      occurred_at timestamptz(3) not null,
      published_at timestamptz(3) not null
    );
    create index news_published on news (published_at);
    create table news_recipient (
      organisation_code text not null,
      place bigint not null,
      primary key (organisation_code, place)
    );
    -- The last place given, and the last one that retention took away.
    create table news_counter (
      single boolean primary key default true check (single),
      last bigint not null default 0,
      forgotten bigint not null default 0
    );
    insert into news_counter default values;

    create function news_coordinators() returns table (code text) language sql stable rows 1 as $$
      select organisation.code from mandate join organisation on organisation.id = mandate.organisation_id
      where mandate = 'COORDINATION' and (mandate.until is null or mandate.until >= current_date)
    $$;
    -- Who is told of a person: who registered them, to whom an open referral leads, and the coordinator of the alliance.
    create function news_circle(person uuid) returns text[] language sql stable as $$
      select coalesce(array_agg(code), '{}') from (
        select organisation_code as code from registration where candidate_id = person
        union select to_organisation from referral
          where candidate_id = person and state in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS')
        union select code from news_coordinators()
      ) as told
    $$;
    create function news_union(text[], text[]) returns text[] language sql immutable as $$
      select coalesce(array_agg(distinct code), '{}') from unnest($1 || $2) as code where code is not null
    $$;

    -- Milestones come in batches: one insert for all of them, and the circle of each person is read once.
    create function news_of_milestones() returns trigger language plpgsql as $$
    begin
      with person as materialized (
        select candidate_id, news_circle(candidate_id) as circle from made group by candidate_id
      )
      insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
        select 'MILESTONE_REPORTED', made.candidate_id, made.id, array[made.organisation_code], person.circle
        from made join person using (candidate_id);
      return null;
    end $$;
    create trigger news after insert on milestone referencing new table as made
      for each statement execute function news_of_milestones();

    create function news_of_candidate() returns trigger language plpgsql as $$
    begin
      insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
        select kind, new.id, new.id, '{}', news_circle(new.id)
        from (values ('STAGE_CHANGED', old.stage is distinct from new.stage or old.exit_reason is distinct from new.exit_reason
              or old.montreal_step is distinct from new.montreal_step),
            ('RESPONSIBLE_CHANGED', old.responsible is distinct from new.responsible),
            ('MAIN_CONTACT_CHANGED', old.main_contact_id is distinct from new.main_contact_id)) as change (kind, happened)
        where happened;
      return null;
    end $$;
    create trigger news after update on candidate for each row
      when ((old.stage, old.exit_reason, old.montreal_step, old.responsible, old.main_contact_id)
        is distinct from (new.stage, new.exit_reason, new.montreal_step, new.responsible, new.main_contact_id))
      execute function news_of_candidate();

    create function news_of_referral() returns trigger language plpgsql as $$
    declare sides text[] := array[new.from_organisation, new.to_organisation];
    begin
      insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
        values (case tg_op when 'INSERT' then 'REFERRAL_SENT' else 'REFERRAL_MOVED' end, new.candidate_id, new.id, sides,
          news_union(news_circle(new.candidate_id), sides));
      return null;
    end $$;
    create trigger news_sent after insert on referral for each row execute function news_of_referral();
    create trigger news_moved after update on referral for each row when (old.state is distinct from new.state)
      execute function news_of_referral();

    create function news_of_consent() returns trigger language plpgsql as $$
    declare concerned text[] := news_union(
      array(select organisation_code from organisation_group_member where group_code = new.recipient_group),
      array[new.recipient, new.collected_for]);
    begin
      insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
        values (case when tg_op = 'UPDATE' then 'CONSENT_WITHDRAWN' when new.given then 'CONSENT_GIVEN' else 'CONSENT_REFUSED' end,
          new.candidate_id, new.id, concerned, concerned);
      return null;
    end $$;
    create trigger news_recorded after insert on consent for each row execute function news_of_consent();
    create trigger news_withdrawn after update on consent for each row
      when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function news_of_consent();

    create function news_of_emergency() returns trigger language plpgsql as $$
    begin
      insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
        values ('EMERGENCY_OPENED', new.candidate_id, new.id, news_union(array[new.told_organisation], '{}'),
          news_union(array[new.told_organisation], array(select code from news_coordinators())));
      return null;
    end $$;
    create trigger news after insert on emergency_access for each row execute function news_of_emergency();

    -- A correction is told to who must answer it; an answer, to who asked for it too.
    create function news_of_correction() returns trigger language plpgsql as $$
    begin
      insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
        select case tg_op when 'INSERT' then 'CORRECTION_REQUESTED' else 'CORRECTION_ANSWERED' end,
          correction.candidate_id, correction.id, concerned, concerned
        from correction cross join lateral (select news_union(array[new.organisation_code],
          case tg_op when 'UPDATE' then array[correction.requested_for] else '{}' end) as concerned) as told
        where correction.id = new.correction_id;
      return null;
    end $$;
    create trigger news_asked after insert on correction_task for each row execute function news_of_correction();
    create trigger news_answered after update on correction_task for each row when (old.state is distinct from new.state)
      execute function news_of_correction();

    -- Registrations that come together are one person; those that part are not.
    create function news_of_registration() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
          values ('REGISTRATION_UNLINKED', old.candidate_id, new.id, array[new.organisation_code], news_circle(old.candidate_id));
      end if;
      insert into news_entry (kind, candidate_id, subject_id, parties, recipients)
        select 'REGISTRATION_LINKED', new.candidate_id, new.id, array[new.organisation_code], news_circle(new.candidate_id)
        where exists (select from registration where candidate_id = new.candidate_id and id <> new.id);
      return null;
    end $$;
    create trigger news_recorded after insert on registration for each row execute function news_of_registration();
    create trigger news_linked after update on registration for each row
      when (old.candidate_id is distinct from new.candidate_id) execute function news_of_registration();
  `;
}
