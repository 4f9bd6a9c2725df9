/** The milestones that this partner tells the registry, each organisation its own. */
import { SqlMigration } from "../../../../platform/database.ts";
import { OUTBOX_TABLE } from "../../../../platform/outbox.row.ts";
import { secured } from "../../../../platform/row-security.ts";

export class Outbox1765000000000 extends SqlMigration {
  readonly name = "Outbox1765000000000";

  protected readonly sql = `${OUTBOX_TABLE}${secured("outbox", { tenant: "organisation" })}`;
}
