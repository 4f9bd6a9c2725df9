/** A copy of a person's file that a professional made on the person's request. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("personal_export")
export class PersonalExportRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  @Column("text")
  organisationCode: string;

  /** The subject of the professional. */
  @Column("text")
  exportedBy: string;

  @Column("text")
  reason: string;

  @Column({ type: "timestamptz", precision: 3 })
  exportedAt: Date;
}
