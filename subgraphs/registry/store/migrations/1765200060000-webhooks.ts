/** Webhooks: where an organisation wants its news sent, what became of each, and of each attempt. */
import { SqlMigration } from "../../../../platform/database.ts";

export class Webhooks1765200060000 extends SqlMigration {
  readonly name = "Webhooks1765200060000";

  protected readonly sql = /* sql */ `
    create table webhook (
      id uuid primary key,
      organisation_code text not null references organisation (code),
      url text not null check (length(url) between 1 and 2000),
      -- The kinds wanted; null for all.
      kinds text[] check (cardinality(kinds) > 0),
      state text not null check (state in ('ACTIVE', 'PAUSED', 'DISABLED', 'REMOVED')),
      -- Who subscribed: each piece of news is sent if it may be told to them at that moment.
      subject text not null,
      role text not null,
      purpose text not null,
      created_at timestamptz(3) not null,
      -- The secret is derived from the hub's key, this row and this number: nothing secret stands here.
      secret_version int not null default 1 check (secret_version > 0),
      previous_secret_until timestamptz(3),
      -- What the last attempts came to: none of them delivered since, how many, and when the next may be made.
      failing_since timestamptz(3),
      failures int not null default 0,
      retry_at timestamptz(3),
      disabled_at timestamptz(3)
    );
    create index webhook_organisation on webhook (organisation_code, created_at, id);
    create unique index one_webhook_each_address on webhook (organisation_code, url) where state <> 'REMOVED';

    create table webhook_delivery (
      id uuid primary key default uuidv7(),
      webhook_id uuid not null references webhook (id),
      place bigint not null,
      news_id uuid not null,
      kind text not null,
      state text not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'WITHHELD', 'FAILED')),
      created_at timestamptz(3) not null,
      -- When it may be taken (again); whoever takes it moves this ahead, so that a process that dies gives it back.
      next_attempt_at timestamptz(3) not null,
      -- Since when it is tried, and how often it was.
      tried_since timestamptz(3),
      attempts int not null default 0,
      settled_at timestamptz(3),
      unique (webhook_id, place)
    );
    create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at, place) where state = 'PENDING';
    create index webhook_delivery_list on webhook_delivery (webhook_id, created_at, id);
    create index webhook_delivery_age on webhook_delivery (created_at);

    create table webhook_attempt (
      delivery_id uuid not null references webhook_delivery (id) on delete cascade,
      number int not null,
      at timestamptz(3) not null,
      -- What was answered; null when nothing was.
      status int,
      -- Why nothing was, as a code.
      failure text,
      milliseconds int not null,
      primary key (delivery_id, number)
    );

    create function news_of_webhook() returns trigger language plpgsql as $$
    begin
      insert into news_entry (kind, subject_id, parties, recipients)
        values ('WEBHOOK_DISABLED', new.id, array[new.organisation_code], array[new.organisation_code]);
      return null;
    end $$;
    create trigger news after update on webhook for each row
      when (old.state is distinct from new.state and new.state = 'DISABLED') execute function news_of_webhook();
  `;
}
