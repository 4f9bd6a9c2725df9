/** Employability: the file of a person, eligibility as it was assessed, reflection plan, readiness; pre-departure cases. */
import { SqlMigration } from "../../../../platform/database.ts";
import { TENANT, TRACK } from "./columns.ts";

export class Employability1763769600000 extends SqlMigration {
  readonly name = "Employability1763769600000";

  protected readonly sql = /* sql */ `
    create table employability_file (
      id uuid primary key,
      ${TENANT},
      registration_id uuid not null unique,
      ${TRACK},
      track_since date not null,
      opened_on date not null check (opened_on >= '2010-01-01'),
      unique (tenant, registration_id)
    );

    create table eligibility_assessment (
      id uuid primary key,
      ${TENANT},
      registration_id uuid not null,
      assessed_at timestamptz(3) not null,
      assessed_by text not null,
      -- The day the rule is applied to, and the first day of the rule in force then.
      assessed_on date not null,
      rule_since date not null check (rule_since <= assessed_on),
      eligible boolean not null,
      reasons text[] not null check (cardinality(reasons) >= 1),
      -- What the verdict was made of, as it was declared.
      generation text not null check (generation in ('FIRST', 'BORN_IN_QUEBEC')),
      status text check (status in ('NATURALISED_CITIZEN', 'PERMANENT_RESIDENT_ECONOMIC', 'PERMANENT_RESIDENT_FAMILY',
        'PERMANENT_RESIDENT_REFUGEE', 'PERMANENT_RESIDENT_OTHER', 'PROTECTED_PERSON', 'ASYLUM_CLAIMANT',
        'TEMPORARY_WORKER_OPEN_PERMIT', 'TEMPORARY_WORKER_CLOSED_PERMIT', 'STUDENT', 'POST_GRADUATION_PERMIT', 'ABROAD')),
      arrived_on date,
      csq_held boolean not null,
      foreign key (tenant, registration_id) references employability_file (tenant, registration_id)
    );
    create index eligibility_assessment_registration on eligibility_assessment (registration_id, assessed_at, id);

    create table reflection_plan (
      id uuid primary key,
      ${TENANT},
      registration_id uuid not null,
      state text not null check (state in ('IN_PROGRESS', 'VALIDATED', 'ABANDONED')),
      opened_on date not null,
      closed_on date check (closed_on >= opened_on),
      closed_by text,
      foreign key (tenant, registration_id) references employability_file (tenant, registration_id),
      unique (tenant, id),
      constraint in_progress_has_no_end check ((state = 'IN_PROGRESS') = (closed_on is null)),
      constraint an_end_has_its_author check ((closed_on is null) = (closed_by is null))
    );
    create index reflection_plan_registration on reflection_plan (registration_id, opened_on, id);
    create unique index one_plan_in_progress on reflection_plan (registration_id) where state = 'IN_PROGRESS';

    create table reflection_step (
      id uuid primary key,
      ${TENANT},
      plan_id uuid not null,
      position smallint not null check (position between 1 and 100),
      kind text not null check (kind in
        ('SKILLS', 'INTERESTS', 'FAMILY', 'INFORMATION', 'REGIONS', 'JOB_SEARCH', 'VALIDATION')),
      title text not null check (length(title) between 1 and 200),
      due_on date,
      state text not null check (state in ('TO_DO', 'DONE', 'DROPPED')),
      closed_on date,
      closed_by text,
      note text check (length(note) between 1 and 1000),
      foreign key (tenant, plan_id) references reflection_plan (tenant, id),
      unique (plan_id, position),
      constraint to_do_has_no_end check ((state = 'TO_DO') = (closed_on is null)),
      constraint an_end_has_its_author check ((closed_on is null) = (closed_by is null))
    );

    create table readiness (
      id uuid primary key,
      ${TENANT},
      registration_id uuid not null,
      -- The track for which the person was declared ready, as it was.
      ${TRACK},
      declared_on date not null,
      declared_at timestamptz(3) not null,
      declared_by text not null,
      note text check (length(note) between 1 and 1000),
      withdrawn_at timestamptz(3) check (withdrawn_at >= declared_at),
      withdrawn_by text,
      withdrawal_reason text check (length(withdrawal_reason) between 1 and 1000),
      foreign key (tenant, registration_id) references employability_file (tenant, registration_id),
      constraint a_withdrawal_is_explained check (
        (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null))
    );
    create index readiness_registration on readiness (registration_id, declared_at, id);
    create unique index ready_once on readiness (registration_id) where withdrawn_at is null;
    create index readiness_counting on readiness (declared_on);

    create table pre_departure_case (
      id uuid primary key,
      ${TENANT},
      registration_id uuid not null unique,
      state text not null check (state in ('RECEIVED', 'IN_PROGRESS', 'ARRIVED', 'CLOSED')),
      received_on date not null check (received_on >= '2010-01-01'),
      csq_held boolean not null,
      -- ISO 3166-1, two letters.
      country text not null check (country ~ '^[A-Z]{2}$'),
      -- As far as the person knows it: a year, a month or a day.
      expected_arrival text check (expected_arrival ~ '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'),
      region_codes text[] not null,
      counsellor_id uuid,
      arrived_on date,
      closed_on date check (closed_on >= received_on),
      close_reason text check (close_reason in
        ('NOT_ELIGIBLE', 'CHOSE_MONTREAL', 'WILL_NOT_COME', 'WITHDREW', 'CONTACT_LOST')),
      foreign key (tenant, registration_id) references employability_file (tenant, registration_id),
      foreign key (tenant, counsellor_id) references counsellor (tenant, id),
      constraint begun_has_its_counsellor check (state <> 'IN_PROGRESS' or counsellor_id is not null),
      constraint arrived_has_its_day check ((state = 'ARRIVED') = (arrived_on is not null)),
      constraint closed_has_its_day check ((state = 'CLOSED') = (closed_on is not null)),
      constraint closed_has_its_reason check ((state = 'CLOSED') = (close_reason is not null))
    );
    create index pre_departure_case_list on pre_departure_case (tenant, received_on, id);
    create index pre_departure_case_state on pre_departure_case (tenant, state, received_on, id);
    create index pre_departure_case_counsellor on pre_departure_case (counsellor_id) where counsellor_id is not null;
    create index pre_departure_case_counting on pre_departure_case (received_on);
  `;
}
