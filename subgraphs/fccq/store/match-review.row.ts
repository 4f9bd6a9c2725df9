/** A score sent to a human being, and what they made of it. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { MatchReviewOutcome } from "../domain/match-review.ts";

@Entity("match_review")
export class MatchReviewRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  matchId: string;

  @Column({ type: "timestamptz", precision: 3 })
  requestedAt: Date;

  @Column("text")
  requestedBy: string;

  /** What the person has to say of the score. */
  @Column("text")
  requestReason: string;

  /** Null until a human being has decided. */
  @Column("text", { nullable: true })
  outcome: MatchReviewOutcome | null;

  /** The score that they put in its place; null when they upheld it. */
  @Column("smallint", { nullable: true })
  overrideScore: number | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column("text", { nullable: true })
  decidedBy: string | null;

  @Column("text", { nullable: true })
  decisionReason: string | null;
}
