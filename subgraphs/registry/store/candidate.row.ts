/** A person, whatever door they came in by, and where their milestones say they stand. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { MilestoneKind } from "../domain/milestone.ts";
import type { ExitReason, NextStep, StageCode } from "../domain/stage.ts";

@Entity("candidate")
export class CandidateRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column({ type: "timestamptz", precision: 3 })
  createdAt: Date;

  @Column("uuid", { nullable: true })
  mainContactId: string | null;

  @Column("text", { nullable: true })
  stage: StageCode | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  stageSince: Date | null;

  @Column("text", { nullable: true })
  responsible: string | null;

  @Column("text", { nullable: true })
  nextStep: NextStep | null;

  /** `infinity` when nothing is due. */
  @Column("date")
  dueOn: string;

  @Column("text", { nullable: true })
  exitReason: ExitReason | null;

  /** The organisation whose door the person came in by, at first. */
  @Column("text", { nullable: true })
  door: string | null;

  /** The regional partner that took the person on. */
  @Column("text", { nullable: true })
  welcomedBy: string | null;

  @Column("text", { nullable: true })
  montrealStep: MilestoneKind | null;
}
