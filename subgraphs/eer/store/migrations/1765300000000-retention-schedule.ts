/** The schedule of retention in the database itself, and what carries it out. */
import { SqlMigration } from "../../../../platform/database.ts";
import { retentionSchedule } from "../../../../platform/retention-schedule.ts";

export class RetentionSchedule1765300000000 extends SqlMigration {
  readonly name = "RetentionSchedule1765300000000";

  protected readonly sql = retentionSchedule("eer");
}
