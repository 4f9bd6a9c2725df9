/** A person handed from one organisation to another. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ReferralReason, ReferralState } from "../domain/referral.ts";
import type { Section } from "../domain/section.ts";

@Entity("referral")
export class ReferralRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  @Column("text")
  fromOrganisation: string;

  @Column("text")
  toOrganisation: string;

  @Column("text")
  reason: ReferralReason;

  @Column("text", { nullable: true })
  message: string | null;

  @Column("text", { array: true })
  sections: Section[];

  @Column("text")
  state: ReferralState;

  @Column({ type: "timestamptz", precision: 3 })
  requestedAt: Date;

  @Column("text")
  requestedBy: string;

  @Column("date")
  dueOn: string;

  @Column({ type: "timestamptz", precision: 3 })
  stateSince: Date;

  @Column("text")
  stateBy: string;

  /** Why it was declined or cancelled, or what came of it. */
  @Column("text", { nullable: true })
  outcome: string | null;

  /** When it was first answered; kept by the database (`referral_answered`). */
  @Column({ type: "timestamptz", precision: 3, nullable: true, update: false, insert: false })
  answeredAt?: Date | null;
}
