/** A person handed from one organisation to another. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ReferralNextStep } from "../domain/referral-end.ts";
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

  /** The milestone that proposed it; null when somebody sent it. */
  @Column("uuid", { nullable: true })
  milestoneId: string | null;

  /** By when its next move is due. */
  @Column("date")
  dueOn: string;

  /** The last day on which it may be answered. */
  @Column("date")
  lapsesOn: string;

  /** The last day on which it opens the sections it names. */
  @Column("date")
  expiresOn: string;

  @Column({ type: "timestamptz", precision: 3 })
  stateSince: Date;

  @Column("text")
  stateBy: string;

  /** Why it was declined or cancelled, or what came of it, from the closed list of its state. */
  @Column("text", { nullable: true })
  endCode: string | null;

  /** The same in words. */
  @Column("text", { nullable: true })
  outcome: string | null;

  /** The professional who receives the person; null until one is named. */
  @Column("uuid", { nullable: true })
  receivedBy: string | null;

  /** When the sender said what they did about one that came back; null while that is open. */
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  settledAt: Date | null;

  @Column("text", { nullable: true })
  settledAs: ReferralNextStep | null;

  /** When it was first answered; kept by the database (`referral_answered`). */
  @Column({ type: "timestamptz", precision: 3, nullable: true, update: false, insert: false })
  answeredAt?: Date | null;
}
