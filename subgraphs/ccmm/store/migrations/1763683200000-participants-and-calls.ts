/** Advisers, participants with their journey, the advisers' calls, and the links to videos. */
import { CHANGE_TABLE } from "../../../../platform/change.row.ts";
import { SqlMigration } from "../../../../platform/database.ts";

export class ParticipantsAndCalls1763683200000 extends SqlMigration {
  readonly name = "ParticipantsAndCalls1763683200000";

  protected readonly sql = /* sql */ `
    create extension if not exists btree_gist;

    ${CHANGE_TABLE}

    -- The advisers of Talents et diversité.
    create table adviser (
      id uuid primary key,
      name text not null check (length(name) between 1 and 200),
      since date not null,
      until date check (until >= since)
    );
    create index adviser_name on adviser (name, id);

    create table participant (
      -- The registration in the registry: how this subgraph names the person.
      registration_id uuid primary key,
      id uuid not null unique,
      registered_on date not null,
      -- The questionnaire. Of the address only the first three characters of the postal code: enough for the rule.
      status text not null check (status in
        ('CITIZEN_BORN_ABROAD', 'CITIZEN_BORN_IN_CANADA', 'PERMANENT_RESIDENT', 'PROTECTED_PERSON',
         'ASYLUM_CLAIMANT', 'TEMPORARY_FOREIGN_WORKER', 'STUDENT', 'POST_GRADUATION_WORKER')),
      postal_area text not null check (postal_area ~ '^[ABCEGHJ-NPR-TVXY][0-9][ABCEGHJ-NPR-TV-Z]$'),
      -- SCIAN/NAICS 2022, two digits; ranges keep their first (31 for 31-33).
      sector text not null check (sector in ('11','21','22','23','31','41','44','48','51','52','53','54','55','56','61','62','71','72','81','91')),
      -- CNP/NOC 2021, five digits.
      occupation text not null check (occupation ~ '^[0-9][0-5][0-9]{3}$'),
      skills text[] not null,
      experience_years smallint not null check (experience_years between 0 and 60),
      answered_on date not null,
      -- Pairing is off until the person turns it on.
      pairing_since timestamptz(3),
      pitch text check (length(pitch) between 1 and 1500),
      pitch_written_on date,
      adviser_id uuid references adviser (id),
      step text not null check (step in
        ('QUESTIONNAIRE', 'ADVISER_CALL', 'WELCOME_AND_VIDEO', 'SECTOR_ACTIVITIES', 'RECRUITMENT_EVENT',
         'SELF_DIRECTED_MATCHING', 'EMPLOYED')),
      step_since date not null,
      closed_on date check (closed_on >= registered_on),
      closing_reason text check (closing_reason in
        ('MOVED_TO_REGION', 'NOT_ELIGIBLE', 'REDIRECTED', 'WITHDREW', 'LOST_CONTACT')),
      -- Where the person moved to; never Montréal (06).
      region_code text check (region_code ~ '^(0[1-57-9]|1[0-7])$'),
      constraint pitch_has_its_day check ((pitch is null) = (pitch_written_on is null)),
      constraint closed_with_a_reason check ((closed_on is null) = (closing_reason is null)),
      constraint a_move_names_its_region
        check ((closing_reason is not distinct from 'MOVED_TO_REGION') = (region_code is not null))
    );
    create index participant_list on participant (registered_on, id);
    create index participant_step on participant (step, registered_on, id);
    create index participant_sector on participant (sector, registered_on, id);
    create index participant_adviser on participant (adviser_id, registered_on, id);
    create index participant_open on participant (registered_on, id) where closed_on is null;
    create index participant_region on participant (region_code, closed_on) where region_code is not null;

    -- Every step entered, every closing and reopening: the way back is never lost.
    create table journey_entry (
      id uuid primary key,
      registration_id uuid not null references participant (registration_id),
      kind text not null check (kind in ('ENTERED', 'CLOSED', 'REOPENED')),
      step text not null check (step in
        ('QUESTIONNAIRE', 'ADVISER_CALL', 'WELCOME_AND_VIDEO', 'SECTOR_ACTIVITIES', 'RECRUITMENT_EVENT',
         'SELF_DIRECTED_MATCHING', 'EMPLOYED')),
      closing_reason text check (closing_reason in
        ('MOVED_TO_REGION', 'NOT_ELIGIBLE', 'REDIRECTED', 'WITHDREW', 'LOST_CONTACT')),
      happened_on date not null,
      recorded_at timestamptz(3) not null,
      constraint a_closing_has_its_reason check ((kind = 'CLOSED') = (closing_reason is not null))
    );
    create index journey_entry_registration on journey_entry (registration_id, recorded_at, id);
    create index journey_entry_step on journey_entry (step, happened_on, registration_id) where kind = 'ENTERED';

    create table adviser_call (
      id uuid primary key,
      registration_id uuid not null references participant (registration_id),
      adviser_id uuid not null references adviser (id),
      starts_at timestamptz(3) not null,
      ends_at timestamptz(3) not null check (ends_at > starts_at),
      state text not null check (state in ('SCHEDULED', 'MADE', 'MISSED', 'CANCELLED')),
      settled_at timestamptz(3),
      note text check (length(note) between 1 and 2000),
      constraint settled_when_over check ((state = 'SCHEDULED') = (settled_at is null)),
      constraint one_call_at_a_time exclude using gist
        (adviser_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'SCHEDULED'),
      constraint one_call_of_a_person_at_a_time exclude using gist
        (registration_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'SCHEDULED')
    );
    create index adviser_call_list on adviser_call (starts_at, id);
    create index adviser_call_state on adviser_call (state, starts_at, id);
    create index adviser_call_adviser on adviser_call (adviser_id, starts_at, id);
    create index adviser_call_registration on adviser_call (registration_id, starts_at, id);

    -- A link with the consent of whoever appears. The link goes when the consent does; what was consented to stays.
    create table video (
      id uuid primary key,
      registration_id uuid not null references participant (registration_id),
      url text check (url ~ '^https://[^[:space:]]+$' and length(url) <= 500),
      consented_on date not null,
      ended_on date check (ended_on >= consented_on),
      ending text check (ending in ('WITHDRAWN', 'REPLACED')),
      constraint no_link_without_consent
        check ((url is null) = (ended_on is not null) and (url is null) = (ending is not null))
    );
    create index video_registration on video (registration_id, consented_on, id);
    create unique index video_one_link on video (registration_id) where ended_on is null;
  `;
}
