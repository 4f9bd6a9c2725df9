/** What a professional found at the stage where a person stood. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { StageCode } from "../domain/stage.ts";
import type { StageStep, Verdict } from "../domain/stage-step.ts";

@Entity("assessment")
export class AssessmentRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  @Column("text")
  organisationCode: string;

  @Column("text")
  assessedBy: string;

  @Column({ type: "timestamptz", precision: 3 })
  assessedAt: Date;

  @Column("text")
  stage: StageCode;

  @Column("text")
  step: StageStep;

  @Column("text")
  verdict: Verdict;

  @Column("text", { nullable: true })
  note: string | null;
}
