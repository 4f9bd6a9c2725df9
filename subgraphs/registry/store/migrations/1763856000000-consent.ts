/** Consent in its whole form, who a person is when they log in, and files opened in an emergency. */
import { SqlMigration } from "../../../../platform/database.ts";

export class Consent1763856000000 extends SqlMigration {
  readonly name = "Consent1763856000000";

  protected readonly sql = /* sql */ `
    -- Organisations to whom a person can speak in one word.
    create table organisation_group (
      code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
      name text not null check (length(name) between 1 and 200)
    );
    create table organisation_group_member (
      group_code text not null references organisation_group (code),
      organisation_code text not null references organisation (code),
      primary key (group_code, organisation_code)
    );
    create index organisation_group_of on organisation_group_member (organisation_code, group_code);
    insert into organisation_group (code, name) values ('emplois-en-regions', 'Emplois en régions');
    insert into organisation_group_member (group_code, organisation_code) values
      ('emplois-en-regions', 'promis'), ('emplois-en-regions', 'le-collectif'), ('emplois-en-regions', 'inici');

    alter table consent
      alter column recipient drop not null,
      add column recipient_group text references organisation_group (code),
      add column given_by text not null default 'PERSON' check (given_by in ('PERSON', 'PARENT')),
      add column withdrawn_by text,
      add constraint one_recipient check (num_nonnulls(recipient, recipient_group) = 1),
      add constraint a_withdrawal_says_by_whom check ((withdrawn_at is null) = (withdrawn_by is null)),
      add constraint a_refusal_is_not_withdrawn check (given or withdrawn_at is null);

    -- A word once given is never edited: it is withdrawn, once, or followed by another.
    create function consent_is_never_edited() returns trigger language plpgsql as $$
    begin
      if old.withdrawn_at is not null
        or to_jsonb(new) - 'withdrawn_at' - 'withdrawn_by' <> to_jsonb(old) - 'withdrawn_at' - 'withdrawn_by' then
        raise exception 'a consent is never edited' using errcode = 'check_violation';
      end if;
      return new;
    end $$;
    create trigger consent_is_never_edited before update on consent for each row execute function consent_is_never_edited();

    -- The person behind a token, when they log in themselves.
    create table candidate_account (
      subject text primary key check (length(subject) between 1 and 200),
      candidate_id uuid not null unique references candidate (id),
      opened_at timestamptz(3) not null
    );

    -- A file opened in an emergency: by one professional, for one person, for a short time.
    create table emergency_access (
      id uuid primary key,
      candidate_id uuid not null references candidate (id),
      subject text not null,
      organisation_code text not null references organisation (code),
      -- Who was responsible then, and is told.
      told_organisation text references organisation (code),
      reason text not null check (length(reason) between 20 and 2000),
      opened_at timestamptz(3) not null,
      until timestamptz(3) not null check (until > opened_at and until <= opened_at + interval '4 hours'),
      -- When the responsible organisation, and the person, took note; null until they have.
      noted_at timestamptz(3),
      noted_by text
    );
    create index emergency_access_file on emergency_access (candidate_id, subject, until);
    create index emergency_access_list on emergency_access (opened_at, id);
    create index emergency_access_told on emergency_access (told_organisation, opened_at, id);

    alter table disclosure add column basis text;
  `;
}
