/** Employers and recruitment events: who is registered, the matching exercise, the interviews. */
import { SqlMigration } from "../../../../platform/database.ts";

export class EmployersAndEvents1763856000000 extends SqlMigration {
  readonly name = "EmployersAndEvents1763856000000";

  protected readonly sql = /* sql */ `
    create table employer (
      id uuid primary key,
      name text not null check (length(name) between 1 and 200),
      -- SCIAN/NAICS 2022, two digits; ranges keep their first (31 for 31-33).
      sector text not null check (sector in ('11','21','22','23','31','41','44','48','51','52','53','54','55','56','61','62','71','72','81','91')),
      city text not null check (length(city) between 1 and 100),
      joined_on date not null
    );
    create index employer_name on employer (name, id);
    create index employer_sector on employer (sector, name, id);

    create table recruitment_event (
      id uuid primary key,
      kind text not null check (kind in ('SPEED_INTERVIEWS', 'VIRTUAL_FAIR')),
      title text not null check (length(title) between 1 and 200),
      -- Null for an event of several sectors.
      sector text check (sector in ('11','21','22','23','31','41','44','48','51','52','53','54','55','56','61','62','71','72','81','91')),
      starts_at timestamptz(3) not null,
      ends_at timestamptz(3) not null check (ends_at > starts_at),
      state text not null check (state in ('PLANNED', 'MATCHED', 'HELD', 'CANCELLED')),
      -- When the matching exercise was completed.
      matched_at timestamptz(3),
      constraint held_after_its_matching_exercise
        check (state = 'CANCELLED' or (state in ('MATCHED', 'HELD')) = (matched_at is not null))
    );
    create index recruitment_event_list on recruitment_event (starts_at, id);
    create index recruitment_event_kind on recruitment_event (kind, starts_at, id);
    create index recruitment_event_sector on recruitment_event (sector, starts_at, id);
    create index recruitment_event_state on recruitment_event (state, starts_at, id);

    -- An employer registered for an event, and what it looks for there.
    create table event_employer (
      id uuid primary key,
      event_id uuid not null references recruitment_event (id),
      employer_id uuid not null references employer (id),
      occupations text[] not null,
      skills text[] not null,
      presence text not null check (presence in ('EXPECTED', 'PRESENT', 'ABSENT', 'WITHDRAWN')),
      registered_on date not null,
      unique (event_id, employer_id)
    );
    create index event_employer_event on event_employer (event_id, registered_on, id);
    create index event_employer_employer on event_employer (employer_id, registered_on, id);
    create index event_employer_present on event_employer (employer_id) where presence = 'PRESENT';

    create table event_participant (
      id uuid primary key,
      event_id uuid not null references recruitment_event (id),
      registration_id uuid not null references participant (registration_id),
      presence text not null check (presence in ('EXPECTED', 'PRESENT', 'ABSENT', 'WITHDRAWN')),
      registered_on date not null,
      unique (event_id, registration_id)
    );
    create index event_participant_event on event_participant (event_id, registered_on, id);
    create index event_participant_registration on event_participant (registration_id, registered_on, id);

    -- The matching exercise: participants and employers of one event.
    create table pairing (
      id uuid primary key,
      event_id uuid not null references recruitment_event (id),
      registration_id uuid not null,
      employer_id uuid not null,
      score smallint not null check (score between 0 and 100),
      reasons jsonb not null,
      -- The profile and the search as they were when the score was computed.
      inputs jsonb not null,
      computed_at timestamptz(3) not null,
      state text not null check (state in ('PROPOSED', 'CONFIRMED', 'SET_ASIDE')),
      -- The last human decision: who, when and why. Null while only the score has spoken.
      decided_by text,
      decided_at timestamptz(3),
      decision_reason text check (length(decision_reason) <= 1000),
      unique (event_id, registration_id, employer_id),
      foreign key (event_id, registration_id) references event_participant (event_id, registration_id),
      foreign key (event_id, employer_id) references event_employer (event_id, employer_id),
      constraint beyond_the_score_a_person_decided check (state = 'PROPOSED' or decided_by is not null)
    );
    create index pairing_event on pairing (event_id, score, id);
    create index pairing_registration on pairing (registration_id, computed_at, id);
    create index pairing_employer on pairing (employer_id);

    create table interview (
      id uuid primary key,
      pairing_id uuid not null references pairing (id),
      event_id uuid not null references recruitment_event (id),
      registration_id uuid not null references participant (registration_id),
      employer_id uuid not null references employer (id),
      -- The virtual room of the event, by its number.
      room smallint not null check (room between 1 and 500),
      starts_at timestamptz(3) not null,
      ends_at timestamptz(3) not null check (ends_at > starts_at),
      state text not null check (state in ('SCHEDULED', 'HELD', 'MISSED', 'CANCELLED')),
      outcome text check (outcome in ('CONTINUES', 'NOT_RETAINED')),
      constraint only_a_held_interview_has_an_outcome check (outcome is null or state = 'HELD'),
      constraint two_parties_to_a_room exclude using gist
        (event_id with =, room with =, tstzrange(starts_at, ends_at) with &&) where (state <> 'CANCELLED'),
      constraint nobody_in_two_rooms_at_once exclude using gist
        (registration_id with =, tstzrange(starts_at, ends_at) with &&) where (state <> 'CANCELLED')
    );
    create unique index interview_of_pairing on interview (pairing_id) where state <> 'CANCELLED';
    create index interview_event on interview (event_id, starts_at, id);
    create index interview_registration on interview (registration_id, starts_at, id);
    create index interview_employer on interview (employer_id);
    create index interview_held on interview (starts_at) where state = 'HELD';
  `;
}
