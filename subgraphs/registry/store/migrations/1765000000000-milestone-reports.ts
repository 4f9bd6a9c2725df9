/** Reports of several milestones at once, and what was said of each. */
import { SqlMigration } from "../../../../platform/database.ts";

export class MilestoneReports1765000000000 extends SqlMigration {
  readonly name = "MilestoneReports1765000000000";

  protected readonly sql = /* sql */ `
    create table milestone_report (
      id uuid primary key,
      organisation_code text not null references organisation (code),
      reported_at timestamptz(3) not null,
      results jsonb not null
    );
    create index milestone_report_reported on milestone_report (reported_at);
  `;
}
