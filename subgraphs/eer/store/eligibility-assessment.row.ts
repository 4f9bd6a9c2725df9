/** An assessment of eligibility: the verdict, the rule applied, and what it was made of. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { EligibilityGeneration, EligibilityReason, EligibilityStatus } from "../domain/eligibility.ts";

@Entity("eligibility_assessment")
export class EligibilityAssessmentRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  registrationId: string;

  @Column({ type: "timestamptz", precision: 3 })
  assessedAt: Date;

  @Column("text")
  assessedBy: string;

  /** The day the rule is applied to. */
  @Column("date")
  assessedOn: string;

  /** The first day of the rule in force then. */
  @Column("date")
  ruleSince: string;

  @Column("boolean")
  eligible: boolean;

  @Column("text", { array: true })
  reasons: EligibilityReason[];

  @Column("text")
  generation: EligibilityGeneration;

  @Column("text", { nullable: true })
  status: EligibilityStatus | null;

  @Column("date", { nullable: true })
  arrivedOn: string | null;

  @Column("boolean")
  csqHeld: boolean;
}
