/** Counsellors, outreach events, households with their members, needs and support. */
import { CHANGE_TABLE } from "../../../../platform/change.row.ts";
import { SqlMigration } from "../../../../platform/database.ts";
import { REGION, TENANT, TRACK } from "./columns.ts";

export class Households1763683200000 extends SqlMigration {
  readonly name = "Households1763683200000";

  // References between rows with people in them carry the tenant: a row never hangs on another tenant's.
  protected readonly sql = /* sql */ `
    ${CHANGE_TABLE}

    -- The regions that EER covers, over time: all but Montréal and Laval, unless rows say otherwise.
    create table covered_region (
      id uuid primary key default gen_random_uuid(),
      ${REGION} unique,
      since date not null,
      until date check (until >= since)
    );
    insert into covered_region (region_code, since)
    select lpad(code::text, 2, '0'), '2018-04-01' from generate_series(1, 17) as code where code not in (6, 13);

    create table counsellor (
      id uuid primary key,
      ${TENANT},
      -- The subject of the counsellor's own token: how their caseload is found.
      subject text not null check (length(subject) between 1 and 200),
      name text not null check (length(name) between 1 and 200),
      started_on date not null,
      ended_on date check (ended_on >= started_on),
      unique (tenant, id)
    );
    create unique index counsellor_subject on counsellor (tenant, subject) where ended_on is null;
    create index counsellor_name on counsellor (name, id);
    create index counsellor_tenant on counsellor (tenant, name, id);

    create table outreach_event (
      id uuid primary key,
      ${TENANT},
      kind text not null check (kind in ('FAIR', 'WEBINAR', 'INFORMATION_SESSION')),
      title text not null check (length(title) between 1 and 200),
      held_on date not null,
      city text check (length(city) between 1 and 100),
      state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
      -- How many came, as the staff counted; null while not held.
      attendance integer check (attendance between 0 and 1000000),
      constraint a_webinar_has_no_city check ((kind = 'WEBINAR') = (city is null)),
      constraint only_what_was_held_was_attended check (state = 'HELD' or attendance is null)
    );
    create index outreach_event_list on outreach_event (held_on, id);
    create index outreach_event_state on outreach_event (state, held_on, id);
    create index outreach_event_kind on outreach_event (kind, held_on, id);
    create index outreach_event_tenant on outreach_event (tenant, held_on, id);

    create table household (
      id uuid primary key,
      ${TENANT},
      opened_on date not null check (opened_on >= '2010-01-01'),
      -- The track of its principal, kept here because households are counted by it.
      ${TRACK},
      source text not null check (source in
        ('OUTREACH_EVENT', 'PARTNER_REFERRAL', 'MIFI_REFERRAL', 'WORD_OF_MOUTH', 'OWN_INITIATIVE')),
      outreach_event_id uuid references outreach_event (id),
      state text not null check (state in ('OPEN', 'CLOSED')),
      closed_on date check (closed_on >= opened_on),
      close_reason text check (close_reason in
        ('ESTABLISHED', 'NOT_ELIGIBLE', 'REDIRECTED', 'WITHDREW', 'CONTACT_LOST')),
      unique (tenant, id),
      constraint an_event_is_named_when_it_is_the_source
        check ((source = 'OUTREACH_EVENT') = (outreach_event_id is not null)),
      constraint closed_has_its_day check ((state = 'CLOSED') = (closed_on is not null)),
      constraint closed_has_its_reason check ((state = 'CLOSED') = (close_reason is not null))
    );
    create index household_list on household (tenant, opened_on, id);
    create index household_state on household (tenant, state, opened_on, id);
    create index household_track on household (tenant, track, opened_on, id);
    create index household_counting on household (opened_on, tenant, track);
    create index household_source on household (outreach_event_id) where outreach_event_id is not null;

    create table household_member (
      id uuid primary key,
      ${TENANT},
      household_id uuid not null,
      role text not null check (role in ('PRINCIPAL', 'SPOUSE', 'CHILD')),
      -- The registration in the registry: how this subgraph names the person. Children have none.
      registration_id uuid,
      age_group text check (age_group in ('UNDER_FIVE', 'PRIMARY_SCHOOL', 'SECONDARY_SCHOOL', 'ADULT')),
      joined_on date not null,
      left_on date check (left_on >= joined_on),
      foreign key (tenant, household_id) references household (tenant, id),
      unique (tenant, id),
      constraint the_principal_is_registered check (role <> 'PRINCIPAL' or registration_id is not null),
      constraint a_child_is_not_registered check (role <> 'CHILD' or registration_id is null),
      constraint only_a_child_has_an_age_group check ((role = 'CHILD') = (age_group is not null))
    );
    create index household_member_household on household_member (household_id, role, joined_on, id);
    create index household_member_registration on household_member (registration_id, joined_on, id)
      where registration_id is not null;
    create unique index one_household_at_a_time on household_member (registration_id) where left_on is null;
    create unique index one_principal_and_one_spouse on household_member (household_id, role)
      where left_on is null and role <> 'CHILD';

    create table counsellor_assignment (
      id uuid primary key,
      ${TENANT},
      household_id uuid not null,
      counsellor_id uuid not null,
      since date not null,
      until date check (until >= since),
      foreign key (tenant, household_id) references household (tenant, id),
      foreign key (tenant, counsellor_id) references counsellor (tenant, id)
    );
    create unique index one_counsellor_at_a_time on counsellor_assignment (household_id) where until is null;
    create index counsellor_assignment_household on counsellor_assignment (household_id, since, id);
    create index counsellor_assignment_caseload on counsellor_assignment (counsellor_id, since, id)
      where until is null;
    create index counsellor_assignment_tenant on counsellor_assignment (tenant) where until is null;

    create table household_need (
      id uuid primary key,
      ${TENANT},
      member_id uuid not null,
      kind text not null check (kind in ('EMPLOYMENT', 'TRAINING', 'FRENCH', 'HOUSING', 'CHILD_CARE', 'SCHOOL',
        'TRANSPORT', 'HEALTH_SERVICES', 'SOCIAL_NETWORK', 'OTHER')),
      description text check (length(description) between 1 and 1000),
      state text not null check (state in ('OPEN', 'MET', 'DROPPED')),
      recorded_on date not null,
      closed_on date check (closed_on >= recorded_on),
      foreign key (tenant, member_id) references household_member (tenant, id),
      unique (tenant, id),
      constraint open_has_no_end check ((state = 'OPEN') = (closed_on is null))
    );
    create index household_need_member on household_need (member_id, recorded_on, id);

    create table household_support (
      id uuid primary key,
      ${TENANT},
      member_id uuid not null,
      need_id uuid,
      kind text not null check (kind in ('GUIDANCE', 'TRAVEL', 'MOVING', 'HOUSING', 'CHILD_CARE', 'SCHOOL',
        'TRAINING', 'FRENCH_COURSE', 'EQUIPMENT', 'OTHER')),
      -- In cents of Canadian dollars; 0 for support that costs nothing.
      amount_cents integer not null check (amount_cents between 0 and 1000000),
      note text check (length(note) between 1 and 1000),
      given_on date not null,
      given_by text not null,
      foreign key (tenant, member_id) references household_member (tenant, id),
      foreign key (tenant, need_id) references household_need (tenant, id)
    );
    create index household_support_member on household_support (member_id, given_on, id);
    create index household_support_need on household_support (need_id) where need_id is not null;
  `;
}
