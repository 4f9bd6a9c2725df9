/** A move of a referral: the trail that explains its state. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ReferralMove, ReferralSide, ReferralState } from "../domain/referral.ts";

@Entity("referral_move")
export class ReferralMoveRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  referralId: string;

  /** Counted from 1. */
  @Column("int")
  position: number;

  @Column("text")
  move: ReferralMove;

  @Column("text")
  side: ReferralSide;

  @Column("text", { nullable: true })
  fromState: ReferralState | null;

  @Column("text")
  toState: ReferralState;

  @Column({ type: "timestamptz", precision: 3 })
  at: Date;

  /** Null when time moved it, or a milestone proposed it. */
  @Column("text", { nullable: true })
  movedBy: string | null;

  @Column("text", { nullable: true })
  organisationCode: string | null;

  /** From the closed list of the move. */
  @Column("text", { nullable: true })
  reason: string | null;

  @Column("text", { nullable: true })
  words: string | null;
}
