/** Activities: exploratory trips and the like, with their companies, participants and programme. */
import { SqlMigration } from "../../../../platform/database.ts";

export class Activities1763769600000 extends SqlMigration {
  readonly name = "Activities1763769600000";

  protected readonly sql = /* sql */ `
    create table activity (
      id uuid primary key,
      kind text not null check (kind in ('EXPLORATORY_TRIP', 'EMPLOYER_MEETING', 'INFORMATION_SESSION')),
      mode text not null check (mode in ('IN_PERSON', 'VIRTUAL')),
      state text not null check (state in ('PLANNED', 'HELD', 'SUSPENDED')),
      title text not null check (length(title) between 1 and 200),
      held_on date not null,
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      city text not null check (length(city) between 1 and 100),
      chamber_id uuid references chamber (id),
      suspension_reason text check (length(suspension_reason) between 1 and 1000),
      constraint suspended_has_its_reason check ((state = 'SUSPENDED') = (suspension_reason is not null))
    );
    create index activity_list on activity (held_on, id);
    create index activity_state on activity (state, held_on, id);
    create index activity_region on activity (region_code, held_on, id);
    create index activity_chamber on activity (chamber_id);

    create table activity_company (
      id uuid primary key,
      activity_id uuid not null references activity (id),
      business_id uuid not null references business (id),
      attendance text not null check (attendance in ('EXPECTED', 'PRESENT', 'ABSENT')),
      unique (activity_id, business_id)
    );
    create index activity_company_list on activity_company (activity_id, id);
    create index activity_company_business on activity_company (business_id);

    create table activity_participant (
      id uuid primary key,
      activity_id uuid not null references activity (id),
      registration_id uuid not null references participant (registration_id),
      signed_up_on date not null,
      attendance text not null check (attendance in ('EXPECTED', 'PRESENT', 'ABSENT')),
      unique (activity_id, registration_id)
    );
    create index activity_participant_list on activity_participant (activity_id, id);
    create index activity_participant_registration on activity_participant (registration_id, signed_up_on, id);

    create table activity_part (
      id uuid primary key,
      activity_id uuid not null references activity (id),
      kind text not null check (kind in
        ('WELCOME', 'TESTIMONIES', 'EMPLOYER_INTERVIEWS', 'LOCAL_ORGANISATIONS', 'VISIT')),
      title text not null check (length(title) between 1 and 200),
      -- An office, an organisation or a business; never the name of who testifies.
      led_by text check (length(led_by) between 1 and 200),
      -- The hour of the day at the place, so that an activity can move to another day with its programme.
      starts_at text not null check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
      minutes smallint not null check (minutes between 5 and 720)
    );
    create index activity_part_list on activity_part (activity_id, starts_at, id);
  `;
}
