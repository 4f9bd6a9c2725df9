/** A referral that a milestone would have proposed, and could not. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { MissedBecause } from "../domain/proposal.ts";
import type { ReferralReason } from "../domain/referral.ts";

@Entity("missed_proposal")
export class MissedProposalRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  @Column("uuid")
  milestoneId: string;

  /** Who would have sent it. */
  @Column("text")
  organisationCode: string;

  @Column("text")
  reason: ReferralReason;

  @Column("text")
  because: MissedBecause;

  @Column("date")
  missedOn: string;

  /** When it was sent after all; null until then. */
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  settledAt: Date | null;
}
