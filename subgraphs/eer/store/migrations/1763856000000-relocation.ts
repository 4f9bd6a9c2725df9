/** Relocation: the region chosen, travel grants, the plan with its two-sided checklist, returns, ambassadors. */
import { SqlMigration } from "../../../../platform/database.ts";
import { REGION, TENANT } from "./columns.ts";

export class Relocation1763856000000 extends SqlMigration {
  readonly name = "Relocation1763856000000";

  protected readonly sql = /* sql */ `
    create table region_choice (
      id uuid primary key,
      ${TENANT},
      household_id uuid not null,
      ${REGION},
      city text check (length(city) between 1 and 100),
      reason text check (length(reason) between 1 and 1000),
      chosen_on date not null,
      chosen_with text not null,
      -- When another choice took its place; null for the current one.
      superseded_on date check (superseded_on >= chosen_on),
      foreign key (tenant, household_id) references household (tenant, id)
    );
    create index region_choice_household on region_choice (household_id, chosen_on, id);
    create unique index one_region_at_a_time on region_choice (household_id) where superseded_on is null;
    create index region_choice_region on region_choice (region_code, household_id) where superseded_on is null;

    create table travel_grant (
      id uuid primary key,
      ${TENANT},
      household_id uuid not null,
      -- Who travels.
      member_id uuid not null,
      employer text not null check (length(employer) between 1 and 200),
      ${REGION},
      city text not null check (length(city) between 1 and 100),
      travels_on date not null,
      -- In cents of Canadian dollars.
      amount_cents integer not null check (amount_cents between 1 and 1000000),
      state text not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'PAID', 'CANCELLED')),
      requested_on date not null,
      decided_on date check (decided_on >= requested_on),
      decided_by text,
      decision_reason text check (length(decision_reason) between 1 and 1000),
      paid_on date check (paid_on >= decided_on),
      foreign key (tenant, household_id) references household (tenant, id),
      foreign key (tenant, member_id) references household_member (tenant, id),
      constraint a_person_decides check (
        (decided_on is null) = (decided_by is null) and (state not in ('APPROVED', 'REFUSED', 'PAID') or decided_on is not null)),
      constraint a_refusal_is_explained check (state <> 'REFUSED' or decision_reason is not null),
      constraint paid_has_its_day check ((state = 'PAID') = (paid_on is not null))
    );
    create index travel_grant_household on travel_grant (household_id, requested_on, id);
    create index travel_grant_member on travel_grant (member_id);
    create index travel_grant_list on travel_grant (tenant, requested_on, id);
    create index travel_grant_state on travel_grant (tenant, state, requested_on, id);

    create table relocation_plan (
      id uuid primary key,
      ${TENANT},
      household_id uuid not null,
      ${REGION},
      city text check (length(city) between 1 and 100),
      -- The organisation over there that is EER's counterpart, by its code.
      regional_partner text check (length(regional_partner) between 1 and 60),
      state text not null check (state in ('PLANNED', 'MOVE_DATED', 'ARRIVED', 'SETTLED', 'LEFT', 'ABANDONED')),
      opened_on date not null check (opened_on >= '2010-01-01'),
      contact_confirmed_on date check (contact_confirmed_on >= opened_on),
      move_on date,
      arrived_on date check (arrived_on >= opened_on),
      settled_on date check (settled_on >= arrived_on),
      -- When the household left the region again, or gave up the plan.
      ended_on date check (ended_on >= opened_on),
      end_note text check (length(end_note) between 1 and 1000),
      foreign key (tenant, household_id) references household (tenant, id),
      unique (tenant, id),
      constraint a_dated_move_has_its_day check (state in ('PLANNED', 'ABANDONED') or move_on is not null),
      constraint who_lives_there_arrived check ((state in ('ARRIVED', 'SETTLED', 'LEFT')) = (arrived_on is not null)),
      constraint settled_has_its_day check (state in ('SETTLED', 'LEFT') or settled_on is null),
      constraint settled_needs_its_day check (state <> 'SETTLED' or settled_on is not null),
      constraint an_end_has_its_day check ((state in ('LEFT', 'ABANDONED')) = (ended_on is not null))
    );
    create index relocation_plan_household on relocation_plan (household_id, opened_on, id);
    create unique index one_plan_at_a_time on relocation_plan (household_id) where state in ('PLANNED', 'MOVE_DATED');
    create unique index one_home_at_a_time on relocation_plan (household_id) where state in ('ARRIVED', 'SETTLED');
    create index relocation_plan_living_there on relocation_plan (region_code) where state in ('ARRIVED', 'SETTLED');
    create index relocation_plan_counting on relocation_plan (arrived_on, region_code) where arrived_on is not null;
    create index relocation_plan_dated on relocation_plan (tenant, move_on, id) where state = 'MOVE_DATED';

    create table relocation_task (
      id uuid primary key,
      ${TENANT},
      plan_id uuid not null,
      position smallint not null check (position between 1 and 200),
      phase text not null check (phase in ('DEPARTURE', 'CONTACT', 'MOVE', 'WELCOME', 'INSTALLATION')),
      kind text not null check (kind in ('LEASE_ENDED', 'SCHOOL_TOLD', 'PARTNER_INFORMED', 'HOUSEHOLD_CALLED',
        'MOVER_BOOKED', 'HOUSING_FOUND', 'ARRIVAL_GREETED', 'SERVICES_SHOWN', 'ADDRESS_CHANGED', 'SCHOOL_ENROLLED',
        'FRENCH_COURSE_FOUND', 'FOLLOW_UP_CALL', 'OTHER')),
      title text check (length(title) between 1 and 200),
      owner text not null check (owner in ('EER', 'REGIONAL_PARTNER')),
      due_on date,
      state text not null check (state in ('TO_DO', 'DONE', 'NOT_NEEDED')),
      closed_on date,
      closed_by text,
      foreign key (tenant, plan_id) references relocation_plan (tenant, id),
      unique (plan_id, position),
      constraint other_is_titled check ((kind = 'OTHER') = (title is not null)),
      constraint to_do_has_no_end check ((state = 'TO_DO') = (closed_on is null)),
      constraint an_end_has_its_author check ((closed_on is null) = (closed_by is null))
    );

    create table relocation_return (
      id uuid primary key,
      ${TENANT},
      household_id uuid not null,
      plan_id uuid not null unique,
      ${REGION},
      returned_on date not null,
      reason text not null,
      other_reasons text[] not null,
      destination text not null check (destination in ('MONTREAL', 'OTHER_REGION', 'OUTSIDE_QUEBEC', 'UNKNOWN')),
      note text check (length(note) between 1 and 1000),
      recorded_by text not null,
      foreign key (tenant, household_id) references household (tenant, id),
      foreign key (tenant, plan_id) references relocation_plan (tenant, id),
      constraint known_reasons check ((other_reasons || reason) <@ array['JOB_LOST', 'JOB_UNSUITABLE',
        'SPOUSE_WITHOUT_JOB', 'HOUSING', 'ISOLATION', 'DISCRIMINATION', 'SCHOOL_OR_CHILD_CARE', 'SERVICES',
        'TRANSPORT', 'FAMILY', 'STUDIES', 'OTHER']),
      constraint the_main_reason_is_not_another check (not reason = any (other_reasons))
    );
    create index relocation_return_household on relocation_return (household_id, returned_on, id);
    create index relocation_return_counting on relocation_return (returned_on, reason);

    create table ambassador (
      id uuid primary key,
      ${TENANT},
      registration_id uuid not null,
      ${REGION},
      activities text[] not null check (
        cardinality(activities) >= 1 and activities <@ array['TESTIMONY', 'EVENT', 'WELCOMING', 'MENTORING']),
      since date not null,
      until date check (until >= since)
    );
    create index ambassador_registration on ambassador (registration_id, since, id);
    create unique index ambassador_once on ambassador (registration_id) where until is null;
    create index ambassador_list on ambassador (tenant, since, id);
    create index ambassador_region on ambassador (tenant, region_code, since, id);
  `;
}
