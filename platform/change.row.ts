/** The changes made in one subgraph: what makes the same write twice one change, and the trace of who changed what. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("change")
export class ChangeRow {
  /** The organisation that asked for the change, by its code. */
  @PrimaryColumn("text")
  organisation: string;

  /** The mutation, by its name in the graph. */
  @PrimaryColumn("text")
  action: string;

  /** The caller's own reference: the same one twice is one change. */
  @PrimaryColumn("text")
  reference: string;

  /** SHA-256 of the input, so that a reference used for something else is noticed without keeping the input. */
  @Column("bytea")
  fingerprint: Buffer;

  /** The id of the thing that the change made or changed. */
  @Column("uuid")
  thingId: string;

  /** The subject of the caller. */
  @Column("text")
  madeBy: string;

  @Column("uuid")
  requestId: string;

  @Column({ type: "timestamptz", precision: 3 })
  madeAt: Date;
}

/** The table of changes, for the first migration of each subgraph. */
export const CHANGE_TABLE = /* sql */ `
create table change (
  organisation text not null,
  action text not null,
  reference text not null check (length(reference) between 1 and 200),
  fingerprint bytea not null,
  thing_id uuid not null,
  made_by text not null,
  request_id uuid not null,
  made_at timestamptz(3) not null,
  primary key (organisation, action, reference)
);
create index change_thing on change (thing_id, made_at);
`;
