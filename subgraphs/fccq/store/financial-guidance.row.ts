/** A person guided to a financial aid. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { FinancialAid } from "../domain/financial-guidance.ts";

@Entity("financial_guidance")
export class FinancialGuidanceRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  registrationId: string;

  @Column("text")
  aid: FinancialAid;

  @Column("date")
  givenOn: string;

  /** The organisation that grants the aid. */
  @Column("text")
  grantedBy: string;

  @Column("text", { nullable: true })
  note: string | null;
}
