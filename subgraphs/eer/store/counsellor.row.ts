/** A counsellor of one of the three organisations. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("counsellor")
export class CounsellorRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  /** The subject of the counsellor's own token: how their caseload is found. */
  @Column("text")
  subject: string;

  @Column("text")
  name: string;

  @Column("date")
  startedOn: string;

  @Column("date", { nullable: true })
  endedOn: string | null;
}
