/** A step of a reflection plan. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReflectionStepKind, ReflectionStepState } from "../domain/reflection.ts";

@Entity("reflection_step")
export class ReflectionStepRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  planId: string;

  @Column("smallint")
  position: number;

  @Column("text")
  kind: ReflectionStepKind;

  @Column("text")
  title: string;

  @Column("date", { nullable: true })
  dueOn: string | null;

  @Column("text")
  state: ReflectionStepState;

  @Column("date", { nullable: true })
  closedOn: string | null;

  @Column("text", { nullable: true })
  closedBy: string | null;

  @Column("text", { nullable: true })
  note: string | null;
}
