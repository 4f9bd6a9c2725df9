/** The schedule of retention in the database itself, and what carries it out, and seals that outlive what they sealed. */
import { SqlMigration } from "../../../../platform/database.ts";
import { retentionSchedule } from "../../../../platform/retention-schedule.ts";

export class RetentionSchedule1765300000000 extends SqlMigration {
  readonly name = "RetentionSchedule1765300000000";

  protected readonly sql = `${retentionSchedule("registry")}
    -- Seals whose disclosures were destroyed by the schedule stay in the chain, and say on which day that was.
    alter table disclosure_seal add column destroyed_on date;
  `;
}
