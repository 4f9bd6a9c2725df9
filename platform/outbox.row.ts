/** The milestones that this partner tells the registry: written with the change that they come of, kept with what became of them. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { RetentionRule } from "./retention.ts";

export enum OutgoingMilestoneState {
  WAITING = "WAITING",
  DELIVERED = "DELIVERED",
  UNDELIVERED = "UNDELIVERED",
}

@Entity("outbox")
export class OutboxRow {
  @PrimaryColumn("uuid")
  id: string;

  /** Whose milestone it is, by the code of the organisation: it is delivered under its name. */
  @Column("text")
  organisation: string;

  /** This partner's own id of the event: twice is once, here and in the registry. */
  @Column("text")
  sourceId: string;

  /** As the registry names it (`MilestoneKind`). */
  @Column("text")
  kind: string;

  @Column("uuid")
  registrationId: string;

  @Column({ type: "timestamptz", precision: 3 })
  occurredAt: Date;

  /** What else the registry is told of it, by the names of its input. */
  @Column("jsonb")
  details: Readonly<Record<string, string>>;

  @Column({ type: "timestamptz", precision: 3 })
  toldAt: Date;

  @Column("text")
  state: OutgoingMilestoneState;

  /** The attempts that failed since it was written, or since somebody asked for another. */
  @Column("integer")
  attempts: number;

  /** When it is tried next, while it waits. */
  @Column("timestamptz")
  dueAt: Date;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  deliveredAt: Date | null;

  /** The code of what stood in the way at the last attempt. */
  @Column("text", { nullable: true })
  problem: string | null;

  /** The same for a person: the registry's own sentence, or what this partner says of a graph out of reach. */
  @Column("text", { nullable: true })
  message: string | null;
}

/** The rule for what was told and delivered, the same in every partner's schedule. */
export const TOLD_RULE: RetentionRule = {
  name: "told-milestones",
  what: "The milestones that were told the registry, once delivered",
  purpose: "To show what was told, and when it was delivered",
  from: "the telling",
  years: 1,
  then: "DESTROY",
  statements: ["delete from outbox where state = 'DELIVERED' and told_at < $1::date"],
};

/** The table, for a migration of each partner. */
export const OUTBOX_TABLE = /* sql */ `
create table outbox (
  id uuid primary key,
  organisation text not null,
  source_id text not null check (length(source_id) between 1 and 200),
  kind text not null,
  registration_id uuid not null,
  occurred_at timestamptz(3) not null,
  details jsonb not null,
  told_at timestamptz(3) not null,
  state text not null check (state in ('WAITING', 'DELIVERED', 'UNDELIVERED')),
  attempts integer not null check (attempts >= 0),
  -- To the microsecond: rounded up, it would lie behind the job that comes for it.
  due_at timestamptz not null,
  delivered_at timestamptz(3),
  problem text,
  message text,
  unique (organisation, source_id),
  constraint delivered_has_its_moment check ((state = 'DELIVERED') = (delivered_at is not null))
);
create index outbox_waiting on outbox (organisation, due_at, id) where state = 'WAITING';
create index outbox_undelivered on outbox (organisation, id) where state = 'UNDELIVERED';
create index outbox_registration on outbox (registration_id);
create index outbox_told on outbox (told_at);
`;

/**
 * What waits in the outbox, of all organisations: figures for whoever runs the subgraph, whose tenants' rows the
 * service itself sees one tenant at a time.
 */
export const OUTBOX_BACKLOG = /* sql */ `
create function outbox_backlog() returns table (state text, count integer, oldest double precision)
language sql stable security definer set search_path = public, pg_temp as $$
  select 'waiting', count(*)::int, coalesce(extract(epoch from now() - min(told_at)), 0)::float8
  from outbox where outbox.state = 'WAITING'
  union all
  select 'undelivered', count(*)::int, coalesce(extract(epoch from now() - min(told_at)), 0)::float8
  from outbox where outbox.state = 'UNDELIVERED'
$$;
`;

/** The same for a subgraph's metrics. */
export const OUTBOX_BACKLOGS = { milestones: "select state, count, oldest from outbox_backlog()" };
