/** A confidentiality incident, with what the register of the law holds. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { IncidentState } from "../domain/incident.ts";

@Entity("incident")
export class IncidentRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  organisationCode: string;

  @Column({ type: "timestamptz", precision: 3 })
  recordedAt: Date;

  @Column("text")
  recordedBy: string;

  @Column("text")
  information: string;

  @Column("text")
  circumstances: string;

  @Column("date")
  occurredFrom: string;

  @Column("date")
  occurredTo: string;

  @Column("boolean")
  occurredIsApproximate: boolean;

  @Column("date")
  awareOn: string;

  @Column("int")
  persons: number;

  @Column("boolean")
  personsIsApproximate: boolean;

  @Column("text")
  state: IncidentState;

  @Column("boolean", { nullable: true })
  serious: boolean | null;

  @Column("text", { nullable: true })
  assessment: string | null;

  @Column("date", { nullable: true })
  assessedOn: string | null;

  @Column("date", { nullable: true })
  commissionNotifiedOn: string | null;

  @Column("date", { nullable: true })
  personsNotifiedOn: string | null;

  @Column("boolean", { nullable: true })
  publicNotice: boolean | null;

  @Column("text", { nullable: true })
  publicNoticeReason: string | null;

  @Column("text", { nullable: true })
  measures: string | null;

  @Column("date", { nullable: true })
  closedOn: string | null;
}
