/** Those registered before `listed` was kept. In a migration of its own: the triggers are there by now, and nobody waits. */
import { SqlMigration } from "../../../../platform/database.ts";

export class ListedSoFar1765700100000 extends SqlMigration {
  readonly name = "ListedSoFar1765700100000";

  protected readonly sql = /* sql */ `
    -- Whoever changes a candidate meanwhile waits for it, and then finds the row that has to follow.
    insert into listed select pair.organisation_code, candidate.id, candidate.created_at, candidate.due_on
      from (select distinct organisation_code, candidate_id from registration) as pair
      join candidate on candidate.id = pair.candidate_id
      for share of candidate
      on conflict do nothing;
  `;
}
