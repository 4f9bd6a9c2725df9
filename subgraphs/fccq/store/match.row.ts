/** A participant and a position brought together by their compatibility, and what people decided since. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type {
  CompatibilityPosition,
  CompatibilityProfile,
  CompatibilityReason,
} from "../domain/compatibility.ts";
import { MatchState } from "../domain/match.ts";

@Entity("match")
export class MatchRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  registrationId: string;

  @Column("uuid")
  positionId: string;

  @Column("text")
  state: MatchState;

  @Column("smallint")
  score: number;

  @Column("jsonb")
  reasons: CompatibilityReason[];

  /** The data the score was computed from, as they were. */
  @Column("jsonb")
  inputs: { profile: CompatibilityProfile; position: CompatibilityPosition };

  @Column("boolean")
  belowSkillLevel: boolean;

  @Column({ type: "timestamptz", precision: 3 })
  computedAt: Date;

  @Column("text", { nullable: true })
  decidedBy: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column("text", { nullable: true })
  decisionReason: string | null;
}
