/** Scores sent to a human being (Law 25, automated decisions). */
import { SqlMigration } from "../../../../platform/database.ts";

export class MatchReviews1764115200000 extends SqlMigration {
  readonly name = "MatchReviews1764115200000";

  protected readonly sql = /* sql */ `
    create table match_review (
      id uuid primary key,
      match_id uuid not null references match (id),
      requested_at timestamptz(3) not null,
      requested_by text not null,
      request_reason text not null check (length(request_reason) between 1 and 1000),
      outcome text check (outcome in ('UPHELD', 'OVERRIDDEN')),
      override_score smallint check (override_score between 0 and 100),
      decided_at timestamptz(3) check (decided_at >= requested_at),
      decided_by text,
      decision_reason text check (length(decision_reason) between 1 and 1000),
      constraint a_decision_is_whole check (
        (outcome is null) = (decided_at is null)
        and (outcome is null) = (decided_by is null)
        and (outcome is null) = (decision_reason is null)),
      constraint an_override_has_its_score check ((outcome is not distinct from 'OVERRIDDEN') = (override_score is not null))
    );
    create unique index match_review_pending on match_review (match_id) where decided_at is null;
    create index match_review_match on match_review (match_id, requested_at, id);
    create index match_review_list on match_review (requested_at, id);
    create index match_review_waiting on match_review (requested_at, id) where decided_at is null;
  `;
}
