/** The trail of the retention schedule. */
import { SqlMigration } from "../../../../platform/database.ts";
import { RETENTION_TABLE } from "../../../../platform/retention-run.row.ts";

export class Retention1764288000000 extends SqlMigration {
  readonly name = "Retention1764288000000";

  protected readonly sql = RETENTION_TABLE;
}
