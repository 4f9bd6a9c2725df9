/** Finds people by their whole birth date. */
import { SqlMigration } from "../../../../platform/database.ts";

export class SearchBirthIndex1765500120000 extends SqlMigration {
  readonly name = "SearchBirthIndex1765500120000";
  readonly transaction = false;

  protected readonly sql =
    "create index concurrently if not exists registration_search_birth on registration (search_birth)";
}
