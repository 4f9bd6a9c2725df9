/** Chambers, businesses and their positions; participants and their matches. */
import { CHANGE_TABLE } from "../../../../platform/change.row.ts";
import { SqlMigration } from "../../../../platform/database.ts";

export class EmployersAndMatches1763683200000 extends SqlMigration {
  readonly name = "EmployersAndMatches1763683200000";

  protected readonly sql = /* sql */ `
    ${CHANGE_TABLE}

    -- Two periods of the same thing never overlap: exclusion constraints need equality in a gist index.
    create extension if not exists btree_gist;

    create table chamber (
      id uuid primary key,
      name text not null check (length(name) between 1 and 200),
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      city text not null check (length(city) between 1 and 100),
      joined_on date not null,
      left_on date check (left_on >= joined_on)
    );
    create index chamber_name on chamber (name, id);
    create index chamber_region on chamber (region_code);

    create table business (
      id uuid primary key,
      name text not null check (length(name) between 1 and 200),
      -- SCIAN/NAICS 2022, two digits; ranges keep their first (31 for 31-33).
      sector text not null check (sector ~ '^[1-9][0-9]$'),
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      city text not null check (length(city) between 1 and 100),
      chamber_id uuid references chamber (id),
      registered_on date not null
    );
    create index business_name on business (name, id);
    create index business_region on business (region_code, name, id);
    create index business_sector on business (sector, name, id);
    create index business_chamber on business (chamber_id, name, id);
    create index business_registered on business (registered_on);

    create table corporate_member (
      id uuid primary key,
      business_id uuid not null references business (id),
      since date not null,
      until date check (until >= since),
      constraint one_membership_at_a_time
        exclude using gist (business_id with =, daterange(since, until, '[]') with &&)
    );
    create index corporate_member_business on corporate_member (business_id, since);

    -- The regions that the programme targets, over time.
    create table targeted_region (
      id uuid primary key,
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      since date not null,
      until date check (until >= since),
      constraint a_region_is_targeted_once_at_a_time
        exclude using gist (region_code with =, daterange(since, until, '[]') with &&)
    );
    create index targeted_region_region on targeted_region (region_code, since);

    create table position (
      id uuid primary key,
      business_id uuid not null references business (id),
      title text not null check (length(title) between 1 and 200),
      -- CNP/NOC 2021, five digits.
      occupation text not null check (occupation ~ '^[0-9][0-5][0-9]{3}$'),
      skills text[] not null,
      region_code text not null check (region_code ~ '^(0[1-9]|1[0-7])$'),
      city text not null check (length(city) between 1 and 100),
      -- Levels on the Québec scale; 0 when no French is needed.
      french_speaking smallint not null check (french_speaking between 0 and 12),
      french_writing smallint not null check (french_writing between 0 and 12),
      other_language text check (length(other_language) between 2 and 50),
      other_language_reason text check (length(other_language_reason) between 1 and 1000),
      state text not null check (state in ('OPEN', 'FILLED', 'WITHDRAWN')),
      opened_on date not null,
      closed_on date check (closed_on >= opened_on),
      constraint other_language_is_explained check ((other_language is null) = (other_language_reason is null)),
      constraint open_has_no_end check ((state = 'OPEN') = (closed_on is null)),
      -- What else names a position and its business names the two together.
      unique (id, business_id)
    );
    create index position_list on position (opened_on, id);
    create index position_state on position (state, opened_on, id);
    create index position_region on position (region_code, state, opened_on, id);
    create index position_business on position (business_id, opened_on, id);
    create index position_occupation on position (occupation, opened_on, id);

    create table participant (
      -- The registration in the registry: how this subgraph names the person.
      registration_id uuid primary key,
      id uuid not null unique,
      registered_on date not null,
      occupation text not null check (occupation ~ '^[0-9][0-5][0-9]{3}$'),
      skills text[] not null,
      experience_years smallint not null check (experience_years between 0 and 60),
      french_listening smallint check (french_listening between 1 and 12),
      french_speaking smallint check (french_speaking between 1 and 12),
      french_reading smallint check (french_reading between 1 and 12),
      french_writing smallint check (french_writing between 1 and 12),
      targeted_regions text[] not null,
      -- Matching is off until the person turns it on.
      matching_since timestamptz(3)
    );
    create index participant_list on participant (registered_on, id);

    create table match (
      id uuid primary key,
      registration_id uuid not null references participant (registration_id),
      position_id uuid not null references position (id),
      state text not null check (state in
        ('MATCHED', 'PREQUALIFIED', 'SET_ASIDE', 'INVITED', 'INTERVIEWED', 'RETAINED', 'NOT_RETAINED', 'CONTINUING')),
      score smallint not null check (score between 0 and 100),
      -- A human being's score in its place, and the one of the two that counts.
      override_score smallint check (override_score between 0 and 100),
      standing smallint not null,
      reasons jsonb not null,
      -- The profile and the position as they were when the score was computed.
      inputs jsonb not null,
      below_skill_level boolean not null,
      computed_at timestamptz(3) not null,
      -- The last human decision: who, when and why. Null while only the score has spoken.
      decided_by text,
      decided_at timestamptz(3),
      decision_reason text check (length(decision_reason) <= 1000),
      unique (registration_id, position_id),
      unique (id, registration_id, position_id),
      constraint beyond_the_score_a_person_decided check (state = 'MATCHED' or decided_by is not null),
      constraint the_human_score_counts check (standing = coalesce(override_score, score))
    );
    create index match_list on match (computed_at, id);
    create index match_registration on match (registration_id, computed_at, id);
    create index match_position on match (position_id, standing, id);
    create index match_state on match (state, computed_at, id);
  `;
}
