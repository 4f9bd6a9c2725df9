/** Welcome cases: the settlement checklist of each, what was arranged, and the retention checks. */
import { SqlMigration } from "../../../../platform/database.ts";

export class WelcomeCases1763769600000 extends SqlMigration {
  readonly name = "WelcomeCases1763769600000";

  protected readonly sql = /* sql */ `
    create table welcome_case (
      id uuid primary key,
      tenant text not null references regional_partner (code),
      -- The registration in the registry: how this subgraph names the person.
      registration_id uuid not null,
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      city text check (length(city) between 1 and 100),
      adults smallint not null check (adults between 1 and 20),
      children smallint not null check (children between 0 and 20),
      state text not null check (state in
        ('OPENED', 'CONTACTED', 'EXPECTED', 'ARRIVED', 'SETTLED', 'ESTABLISHED', 'LEFT', 'CANCELLED')),
      -- The professional who follows the case, by the subject of their token.
      assigned_to text not null check (length(assigned_to) between 1 and 200),
      opened_on date not null,
      contacted_on date,
      expected_on date,
      -- The place that the household holds from the day its arrival is planned.
      capacity_id uuid references welcome_capacity (id),
      arrived_on date,
      settled_on date,
      left_on date check (left_on >= arrived_on),
      departure_reason text check (departure_reason in
        ('JOB', 'HOUSING', 'FAMILY', 'STUDIES', 'ISOLATION', 'SERVICES', 'OTHER')),
      destination text check (destination in ('MONTREAL', 'ANOTHER_REGION', 'OUTSIDE_QUEBEC', 'UNKNOWN')),
      cancelled_on date,
      cancel_reason text check (cancel_reason in
        ('CHOSE_ANOTHER_REGION', 'STAYS_IN_MONTREAL', 'JOB_FELL_THROUGH', 'LOST_CONTACT', 'OTHER')),
      constraint contacted_before_expected check (state in ('OPENED', 'CANCELLED') or contacted_on is not null),
      constraint expected_with_a_date_and_a_place check
        (state in ('OPENED', 'CONTACTED', 'CANCELLED') = (expected_on is null)
         and (expected_on is null) = (capacity_id is null)),
      constraint arrived_on_a_day check
        (state in ('OPENED', 'CONTACTED', 'EXPECTED', 'CANCELLED') = (arrived_on is null)),
      constraint settled_on_a_day check
        (case when state in ('SETTLED', 'ESTABLISHED') then settled_on is not null
              else state = 'LEFT' or settled_on is null end),
      constraint left_for_a_reason check
        ((state = 'LEFT') = (left_on is not null)
         and (left_on is null) = (departure_reason is null)
         and (left_on is null) = (destination is null)),
      constraint cancelled_for_a_reason check
        ((state = 'CANCELLED') = (cancelled_on is not null) and (cancelled_on is null) = (cancel_reason is null))
    );
    -- A registration is welcomed once at a time.
    create unique index welcome_case_under_way on welcome_case (registration_id)
      where state in ('OPENED', 'CONTACTED', 'EXPECTED', 'ARRIVED', 'SETTLED');
    create index welcome_case_registration on welcome_case (registration_id, opened_on, id);
    create index welcome_case_list on welcome_case (tenant, opened_on, id);
    create index welcome_case_state on welcome_case (tenant, state, opened_on, id);
    create index welcome_case_region on welcome_case (tenant, region_code, opened_on, id);
    create index welcome_case_assigned on welcome_case (tenant, assigned_to, opened_on, id);
    create index welcome_case_capacity on welcome_case (capacity_id);
    create index welcome_case_arrived on welcome_case (arrived_on, region_code) where arrived_on is not null;
    create index welcome_case_settled on welcome_case (settled_on, region_code) where settled_on is not null;

    -- The settlement checklist: one row for each of the six areas of each case.
    create table welcome_item (
      id uuid primary key,
      tenant text not null references regional_partner (code),
      case_id uuid not null references welcome_case (id),
      area text not null check (area in ('CONTACT', 'ARRIVAL', 'HOUSING', 'SCHOOL', 'FRENCH', 'INTEGRATION')),
      state text not null check (state in ('TO_DO', 'DONE', 'NOT_NEEDED')),
      -- Who did it, or found it not needed, by the subject of their token, and when.
      done_by text,
      done_on date,
      note text check (length(note) between 1 and 1000),
      unique (case_id, area),
      constraint done_by_somebody_on_a_day check
        ((state = 'TO_DO') = (done_on is null) and (done_on is null) = (done_by is null)),
      constraint contact_and_arrival_are_always_needed check
        (area not in ('CONTACT', 'ARRIVAL') or state <> 'NOT_NEEDED')
    );
    create index welcome_item_tenant on welcome_item (tenant);

    -- What the partner arranged for the household; each kind belongs to one area of the checklist (domain/step.ts).
    create table welcome_step (
      id uuid primary key,
      tenant text not null references regional_partner (code),
      case_id uuid not null references welcome_case (id),
      kind text not null check (kind in
        ('CALL', 'MESSAGE', 'MEETING', 'RECEPTION', 'ORIENTATION_TOUR',
         'TEMPORARY_HOUSING', 'RENTED_HOUSING', 'OWNED_HOUSING',
         'CHILD_CARE', 'PRIMARY_SCHOOL', 'SECONDARY_SCHOOL', 'ADULT_EDUCATION',
         'FRENCH_FULL_TIME', 'FRENCH_PART_TIME', 'FRENCH_ONLINE', 'FRENCH_AT_WORK',
         'INTERCULTURAL_PAIRING', 'COMMUNITY_ACTIVITY', 'PUBLIC_SERVICES', 'TRANSPORT', 'VOLUNTEERING')),
      happened_on date not null,
      -- How many of the household it is for.
      people smallint not null check (people between 1 and 40),
      place text check (length(place) between 1 and 200),
      note text check (length(note) between 1 and 1000),
      recorded_by text not null
    );
    create index welcome_step_case on welcome_step (case_id, happened_on, id);
    create index welcome_step_tenant on welcome_step (tenant);

    create table retention_check (
      id uuid primary key,
      tenant text not null references regional_partner (code),
      case_id uuid not null references welcome_case (id),
      months smallint not null check (months in (3, 6, 12)),
      due_on date not null,
      outcome text not null check (outcome in ('PENDING', 'STILL_THERE', 'LEFT', 'UNREACHABLE')),
      departure_reason text check (departure_reason in
        ('JOB', 'HOUSING', 'FAMILY', 'STUDIES', 'ISOLATION', 'SERVICES', 'OTHER')),
      checked_on date,
      checked_by text,
      unique (case_id, months),
      constraint checked_by_somebody_on_a_day check
        ((outcome = 'PENDING') = (checked_on is null) and (checked_on is null) = (checked_by is null)),
      constraint left_for_a_reason check ((outcome = 'LEFT') = (departure_reason is not null))
    );
    create index retention_check_list on retention_check (tenant, due_on, id);
    create index retention_check_outcome on retention_check (tenant, outcome, due_on, id);
    create index retention_check_day on retention_check (checked_on, months, outcome)
      where checked_on is not null;
  `;
}
