/** The operations that partner systems are held to. */
import { SqlMigration } from "../../../../platform/database.ts";

export class TrustedOperations1765250000000 extends SqlMigration {
  readonly name = "TrustedOperations1765250000000";

  protected readonly sql = /* sql */ `
    -- A client with a row here, retired or not, may ask nothing but its rows that are not retired.
    create table trusted_operation (
      id uuid primary key,
      client_id text not null check (length(client_id) between 1 and 200),
      document_id text not null check (document_id ~ '^sha256:[0-9a-f]{64}$'),
      label text not null check (length(label) between 1 and 200),
      document text not null check (length(document) between 1 and 16000),
      registered_at timestamptz(3) not null,
      registered_by text not null,
      retired_at timestamptz(3),
      retired_by text,
      constraint an_operation_is_registered_once unique (client_id, document_id),
      constraint a_retirement_says_by_whom check ((retired_at is null) = (retired_by is null))
    );
    create index trusted_operation_list on trusted_operation (client_id, id);
  `;
}
