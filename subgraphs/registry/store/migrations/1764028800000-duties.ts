/** The duties of the law: accounts of the persons themselves, rectification, and the register of incidents. */
import { RETENTION_TABLE } from "../../../../platform/retention-run.row.ts";
import { SqlMigration } from "../../../../platform/database.ts";

export class Duties1764028800000 extends SqlMigration {
  readonly name = "Duties1764028800000";

  protected readonly sql = /* sql */ `
    -- Who opened the account of a person, so that a change can name it and the trace can be read.
    alter table candidate_account
      add column id uuid not null unique default uuidv7(),
      add column opened_by text check (length(opened_by) between 1 and 200);

    -- A person gives their own consent for no organisation.
    alter table consent alter column collected_for drop not null;

    -- Something that a person says is wrong, and what became of it at each organisation that holds it.
    create table correction (
      id uuid primary key,
      candidate_id uuid not null references candidate (id),
      section text not null,
      wrong text not null check (length(wrong) between 1 and 2000),
      should_be text not null check (length(should_be) between 1 and 2000),
      requested_at timestamptz(3) not null,
      requested_by text not null,
      -- The organisation that asked on the person's behalf; null when the person did.
      requested_for text references organisation (code),
      due_on date not null,
      state text not null check (state in ('OPEN', 'DONE')),
      closed_at timestamptz(3),
      constraint an_end_has_its_moment check ((state = 'DONE') = (closed_at is not null))
    );
    create index correction_list on correction (requested_at, id);
    create index correction_candidate on correction (candidate_id, requested_at, id);
    create table correction_task (
      id uuid primary key,
      correction_id uuid not null references correction (id),
      organisation_code text not null references organisation (code),
      state text not null check (state in ('OPEN', 'DONE', 'REFUSED')),
      answered_on date,
      answered_at timestamptz(3),
      answered_by text,
      reason text check (length(reason) between 1 and 2000),
      unique (correction_id, organisation_code),
      constraint an_answer_has_its_day check (num_nonnulls(answered_on, answered_at, answered_by) = case state when 'OPEN' then 0 else 3 end),
      constraint a_refusal_says_why check (state <> 'REFUSED' or reason is not null)
    );
    create index correction_task_organisation on correction_task (organisation_code, correction_id);

    -- What an organisation declares of a person from a day on; the registration itself is never rewritten.
    create table registration_correction (
      id uuid primary key,
      registration_id uuid not null references registration (id),
      declared_on date not null,
      recorded_at timestamptz(3) not null,
      recorded_by text not null,
      given_names text check (length(given_names) between 1 and 200),
      family_names text check (length(family_names) between 1 and 200),
      birth_date text check (birth_date ~ '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'),
      email text check (length(email) between 3 and 254),
      phone text check (length(phone) between 3 and 30),
      address text check (length(address) between 1 and 300),
      city text check (length(city) between 1 and 100),
      postal_code text check (length(postal_code) between 3 and 12),
      country text check (country ~ '^[A-Z]{2}$'),
      constraint a_person_has_a_name check (given_names is not null or family_names is not null)
    );
    create index registration_correction_latest on registration_correction (registration_id, recorded_at, id);

    -- The register that the Regulation respecting confidentiality incidents asks for (A-2.1, r. 3.1, s. 7).
    create table incident (
      id uuid primary key,
      organisation_code text not null references organisation (code),
      recorded_at timestamptz(3) not null,
      recorded_by text not null,
      information text not null check (length(information) between 1 and 4000),
      circumstances text not null check (length(circumstances) between 1 and 4000),
      occurred_from date not null,
      occurred_to date not null,
      occurred_is_approximate boolean not null,
      aware_on date not null,
      persons int not null check (persons >= 0),
      persons_is_approximate boolean not null,
      state text not null check (state in ('RECORDED', 'ASSESSED', 'CLOSED')),
      serious boolean,
      assessment text check (length(assessment) between 1 and 4000),
      assessed_on date,
      commission_notified_on date,
      persons_notified_on date,
      public_notice boolean,
      public_notice_reason text check (length(public_notice_reason) between 1 and 2000),
      measures text check (length(measures) between 1 and 4000),
      closed_on date,
      constraint a_period_has_an_order check (occurred_from <= occurred_to and occurred_from <= aware_on),
      constraint an_assessment_is_whole check (num_nonnulls(serious, assessment, assessed_on) = case state when 'RECORDED' then 0 else 3 end),
      constraint an_end_says_what_was_done check ((state = 'CLOSED') = (num_nonnulls(measures, closed_on) = 2)),
      constraint a_public_notice_says_why check (coalesce(public_notice, false) = (public_notice_reason is not null))
    );
    create index incident_list on incident (aware_on, id);
    create index incident_organisation on incident (organisation_code, aware_on, id);

    -- What the retention schedule took away stays told, without what it was.
    alter table registration
      add column anonymised_on date,
      drop constraint a_person_has_a_name,
      add constraint a_person_has_a_name check (given_names is not null or family_names is not null or anonymised_on is not null);
    ${RETENTION_TABLE}
  `;
}
