/** Fridays of interviews online: events, private rooms, and fifteen minutes for two parties. */
import { SqlMigration } from "../../../../platform/database.ts";

export class Interviews1763856000000 extends SqlMigration {
  readonly name = "Interviews1763856000000";

  protected readonly sql = /* sql */ `
    create table interview_event (
      id uuid primary key,
      title text not null check (length(title) between 1 and 200),
      starts_at timestamptz(3) not null,
      ends_at timestamptz(3) not null check (ends_at > starts_at),
      state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
      cancellation_reason text check (length(cancellation_reason) between 1 and 1000),
      constraint on_a_friday check (extract(isodow from starts_at at time zone 'America/Toronto') = 5),
      constraint within_one_day check (
        (starts_at at time zone 'America/Toronto')::date = (ends_at at time zone 'America/Toronto')::date),
      constraint on_the_grid check (
        mod(extract(epoch from starts_at), 900) = 0 and mod(extract(epoch from ends_at), 900) = 0),
      constraint cancelled_has_its_reason check ((state = 'CANCELLED') = (cancellation_reason is not null))
    );
    create index interview_event_list on interview_event (starts_at, id);
    create index interview_event_state on interview_event (state, starts_at, id);

    create table interview_room (
      id uuid primary key,
      event_id uuid not null references interview_event (id),
      name text not null check (length(name) between 1 and 100),
      link text not null check (link ~ '^https://' and length(link) <= 500),
      unique (event_id, name),
      -- What else names a room and its event names the two together.
      unique (id, event_id)
    );

    create table interview (
      id uuid primary key,
      event_id uuid not null references interview_event (id),
      room_id uuid not null,
      match_id uuid not null,
      registration_id uuid not null,
      position_id uuid not null,
      business_id uuid not null,
      starts_at timestamptz(3) not null,
      state text not null check (state in ('BOOKED', 'HELD', 'MISSED', 'CANCELLED')),
      foreign key (room_id, event_id) references interview_room (id, event_id),
      foreign key (match_id, registration_id, position_id) references match (id, registration_id, position_id),
      foreign key (position_id, business_id) references position (id, business_id),
      constraint on_the_grid check (mod(extract(epoch from starts_at), 900) = 0)
    );
    -- Every interview starts on the grid and lasts one step of it: two overlap when they start together, and no
    -- room, person or business is in two of them.
    create unique index interview_room_at on interview (room_id, starts_at) where state <> 'CANCELLED';
    create unique index interview_person_at on interview (registration_id, starts_at) where state <> 'CANCELLED';
    create unique index interview_business_at on interview (business_id, starts_at) where state <> 'CANCELLED';
    -- A match has one interview to come or behind it; a missed one is booked anew.
    create unique index interview_of_match on interview (match_id) where state in ('BOOKED', 'HELD');
    create index interview_event_at on interview (event_id, starts_at, id);
    create index interview_room_all on interview (room_id, starts_at, id);
    create index interview_registration on interview (registration_id, starts_at, id);
    create index interview_match on interview (match_id);
    create index interview_position on interview (position_id, business_id);
    create index interview_held on interview (starts_at) where state = 'HELD';
  `;
}
