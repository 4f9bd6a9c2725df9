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

  /** As it was computed; it never changes once a person has looked. */
  @Column("smallint")
  score: number;

  /** The score that a human being put in its place; null unless one did. */
  @Column("smallint", { nullable: true })
  overrideScore: number | null;

  /** What counts: the human being's score where there is one. Lists are in its order. */
  @Column("smallint")
  standing: number;

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
