/** A file opened in an emergency: by one professional, for one person, for a short time. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("emergency_access")
export class EmergencyAccessRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  @Column("text")
  subject: string;

  @Column("text")
  organisationCode: string;

  /** Who was responsible then, and is told; null when nobody was. */
  @Column("text", { nullable: true })
  toldOrganisation: string | null;

  @Column("text")
  reason: string;

  @Column({ type: "timestamptz", precision: 3 })
  openedAt: Date;

  @Column({ type: "timestamptz", precision: 3 })
  until: Date;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  notedAt: Date | null;

  @Column("text", { nullable: true })
  notedBy: string | null;
}
