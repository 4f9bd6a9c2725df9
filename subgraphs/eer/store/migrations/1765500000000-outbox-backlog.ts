/** How much waits in the outbox, told to whoever runs this subgraph. */
import { SqlMigration } from "../../../../platform/database.ts";
import { OUTBOX_BACKLOG } from "../../../../platform/outbox.row.ts";

export class OutboxBacklog1765500000000 extends SqlMigration {
  readonly name = "OutboxBacklog1765500000000";

  protected readonly sql = OUTBOX_BACKLOG;
}
