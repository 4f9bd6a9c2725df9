/** An item of the two-sided checklist of a move. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import {
  RelocationPhase,
  RelocationSide,
  RelocationTaskKind,
  RelocationTaskState,
} from "../domain/checklist.ts";

@Entity("relocation_task")
export class RelocationTaskRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  planId: string;

  @Column("smallint")
  position: number;

  @Column("text")
  phase: RelocationPhase;

  @Column("text")
  kind: RelocationTaskKind;

  @Column("text", { nullable: true })
  title: string | null;

  @Column("text")
  owner: RelocationSide;

  @Column("date", { nullable: true })
  dueOn: string | null;

  @Column("text")
  state: RelocationTaskState;

  @Column("date", { nullable: true })
  closedOn: string | null;

  @Column("text", { nullable: true })
  closedBy: string | null;
}
