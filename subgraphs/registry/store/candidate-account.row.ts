/** The person behind a token, when they log in themselves. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("candidate_account")
export class CandidateAccountRow {
  @PrimaryColumn("text")
  subject: string;

  @Column("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  @Column({ type: "timestamptz", precision: 3 })
  openedAt: Date;

  /** The subject of the professional who opened it; null when the login itself did. */
  @Column("text", { nullable: true })
  openedBy: string | null;
}
