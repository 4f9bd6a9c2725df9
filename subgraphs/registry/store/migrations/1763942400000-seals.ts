/** Seals over the disclosures, and one look at a file in one row. */
import { SqlMigration } from "../../../../platform/database.ts";

export class Seals1763942400000 extends SqlMigration {
  readonly name = "Seals1763942400000";

  protected readonly sql = /* sql */ `
    -- The transaction that wrote the row: once every transaction before a number has ended, nothing can appear below
    -- it any more. Sealing goes by this order, and needs no lock on those who write.
    alter table disclosure add column xact xid8 not null default pg_current_xact_id();
    create index disclosure_order on disclosure (xact, id);

    create table disclosure_seal (
      number bigint primary key check (number > 0),
      previous bytea not null check (length(previous) = 32),
      root bytea not null check (length(root) = 32),
      count integer not null check (count > 0),
      first_id uuid not null,
      last_id uuid not null,
      cursor_xact xid8 not null,
      cursor_id uuid not null,
      quiet boolean not null,
      sealed_at timestamptz(3) not null,
      key_id text not null,
      signature bytea not null check (length(signature) = 64)
    );

    -- The place of each disclosure in its seal. No foreign keys: that all of it fits together is what is verified,
    -- and by somebody who trusts the signing key alone.
    create table disclosure_sealed (
      disclosure_id uuid primary key,
      seal bigint not null,
      position integer not null,
      hash bytea not null check (length(hash) = 32),
      unique (seal, position)
    );

    do $$ begin
      if exists (select from pg_roles where rolname = 'registry') then
        revoke update, delete, truncate on disclosure_seal, disclosure_sealed from registry;
      end if;
    end $$;

    -- One look: what one request asked of one person, whatever the number of sections. By the minute as well, since
    -- whoever asks may give a request the id of another.
    create view disclosure_look with (security_invoker) as
      select (array_agg(id order by id))[1] as id, candidate_id, min(at) as at, request_id, subject, organisation, purpose,
        min(operation) as operation,
        jsonb_agg(distinct jsonb_build_object('section', section, 'status', status, 'basis', basis)) as sections
      from disclosure group by candidate_id, date_trunc('minute', at), request_id, subject, organisation, purpose;
  `;
}
