/** Logins that persons closed, and copies of a file that professionals made on the person's request. */
import { SqlMigration } from "../../../../platform/database.ts";

export class ClosedAccountsAndCopies1765300100000 extends SqlMigration {
  readonly name = "ClosedAccountsAndCopies1765300100000";

  protected readonly sql = /* sql */ `
    -- An account that is closed opens nothing: it leaves candidate_account, which every decision reads, for good.
    create table closed_account (
      id uuid primary key,
      candidate_id uuid not null references candidate (id),
      subject text not null check (length(subject) between 1 and 200),
      opened_at timestamptz(3) not null,
      closed_at timestamptz(3) not null check (closed_at >= opened_at)
    );
    create index closed_account_candidate on closed_account (candidate_id);

    create table personal_export (
      id uuid primary key,
      candidate_id uuid not null references candidate (id),
      organisation_code text not null references organisation (code),
      exported_by text not null check (length(exported_by) between 1 and 200),
      reason text not null check (length(reason) between 10 and 500),
      exported_at timestamptz(3) not null
    );
    create index personal_export_candidate on personal_export (candidate_id, exported_at, id);
  `;
}
