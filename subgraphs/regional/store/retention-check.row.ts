/** A question asked 3, 6 or 12 months after an arrival: is the household still there? */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { RetentionOutcome } from "../domain/retention.ts";
import { WelcomeDepartureReason } from "../domain/welcome-case.ts";

@Entity("retention_check")
export class RetentionCheckRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  caseId: string;

  /** 3, 6 or 12. */
  @Column("smallint")
  months: number;

  @Column("date")
  dueOn: string;

  @Column("text")
  outcome: RetentionOutcome;

  @Column("text", { nullable: true })
  departureReason: WelcomeDepartureReason | null;

  @Column("date", { nullable: true })
  checkedOn: string | null;

  /** The professional who asked, by the subject of their token. */
  @Column("text", { nullable: true })
  checkedBy: string | null;
}
