/** The birth date by which a professional finds a person; filled by code, as the name beside it. */
import { SqlMigration } from "../../../../platform/database.ts";

export class SearchBirth1765500060000 extends SqlMigration {
  readonly name = "SearchBirth1765500060000";

  protected readonly sql = /* sql */ `
    -- Year, month and day, as it is declared now; null where less is known, or nobody has keyed the registration anew.
    alter table registration add column search_birth text;
  `;
}
