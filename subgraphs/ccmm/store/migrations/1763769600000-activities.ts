/** Activities of the preparatory pathway, who speaks at them and who comes. */
import { SqlMigration } from "../../../../platform/database.ts";

export class Activities1763769600000 extends SqlMigration {
  readonly name = "Activities1763769600000";

  protected readonly sql = /* sql */ `
    create table activity (
      id uuid primary key,
      kind text not null check (kind in ('WELCOME', 'VIDEO_TRAINING', 'SECTOR')),
      title text not null check (length(title) between 1 and 200),
      -- SCIAN/NAICS 2022, two digits; only and always for sector activities.
      sector text check (sector in ('11','21','22','23','31','41','44','48','51','52','53','54','55','56','61','62','71','72','81','91')),
      starts_at timestamptz(3) not null,
      ends_at timestamptz(3) not null check (ends_at > starts_at),
      state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
      constraint sector_activities_have_a_sector check ((kind = 'SECTOR') = (sector is not null))
    );
    create index activity_list on activity (starts_at, id);
    create index activity_kind on activity (kind, starts_at, id);
    create index activity_sector on activity (sector, starts_at, id);
    create index activity_state on activity (state, starts_at, id);

    create table activity_speaker (
      id uuid primary key,
      activity_id uuid not null references activity (id),
      role text not null check (role in ('SECTOR_REPRESENTATIVE', 'HR_PROFESSIONAL', 'IMAGE_EXPERT', 'ADVISER')),
      name text not null check (length(name) between 1 and 200),
      -- The business or body that the speaker comes from.
      affiliation text check (length(affiliation) between 1 and 200)
    );
    create index activity_speaker_activity on activity_speaker (activity_id, id);

    create table attendance (
      id uuid primary key,
      activity_id uuid not null references activity (id),
      registration_id uuid not null references participant (registration_id),
      presence text not null check (presence in ('EXPECTED', 'PRESENT', 'ABSENT', 'WITHDRAWN')),
      enrolled_on date not null,
      unique (activity_id, registration_id)
    );
    create index attendance_activity on attendance (activity_id, id);
    create index attendance_registration on attendance (registration_id, enrolled_on, id);
  `;
}
