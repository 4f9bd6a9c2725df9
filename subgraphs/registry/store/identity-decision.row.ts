/** What was decided on two registrations, by whom and why; only ever added to. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Evidence, Gate, IdentityOutcome } from "../domain/identity/index.ts";

export abstract class IdentityDecisionColumns {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  outcome: IdentityOutcome;

  /** The lower of the two ids. */
  @Column("uuid")
  oneId: string;

  @Column("uuid")
  otherId: string;

  @Column({ type: "timestamptz", precision: 3 })
  decidedAt: Date;

  /** The subject of who decided; null when the matcher did. */
  @Column("text", { nullable: true })
  decidedBy: string | null;

  @Column("text", { nullable: true })
  organisationCode: string | null;

  @Column("text", { nullable: true })
  reason: string | null;

  @Column("int", { nullable: true })
  modelVersion: number | null;

  /** Bits. */
  @Column("real", { nullable: true })
  weight: number | null;

  @Column("real", { nullable: true })
  probability: number | null;

  /** Levels and weights by field, never a value. */
  @Column("jsonb")
  evidence: Evidence[];

  @Column("text", { array: true })
  gates: Gate[];

  @Column("uuid", { nullable: true })
  takesBack: string | null;
}

@Entity("identity_decision")
export class IdentityDecisionRow extends IdentityDecisionColumns {}

/** A decision that holds, by the candidate whose registration it is on. A view. */
@Entity("identity_held")
export class IdentityHeldRow extends IdentityDecisionColumns {
  @Column("uuid")
  candidateId: string;
}
