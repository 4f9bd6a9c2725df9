/** The login of a person that they closed: it opens nothing any more. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("closed_account")
export class ClosedAccountRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  @Column("text")
  subject: string;

  @Column({ type: "timestamptz", precision: 3 })
  openedAt: Date;

  @Column({ type: "timestamptz", precision: 3 })
  closedAt: Date;
}
