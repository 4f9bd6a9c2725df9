/** What one organisation has to answer to a correction, and what it answered. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { CorrectionTaskState } from "../domain/correction.ts";

@Entity("correction_task")
export class CorrectionTaskRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  correctionId: string;

  @Column("text")
  organisationCode: string;

  @Column("text")
  state: CorrectionTaskState;

  @Column("date", { nullable: true })
  answeredOn: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  answeredAt: Date | null;

  @Column("text", { nullable: true })
  answeredBy: string | null;

  @Column("text", { nullable: true })
  reason: string | null;
}
