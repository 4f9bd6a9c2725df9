/** What was said of several milestones reported at once: the same report made twice is answered the same. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { UserError } from "../../../platform/user-error.ts";

export interface ReportedMilestone {
  sourceId: string;
  /** Null when it was refused. */
  milestoneId: string | null;
  userErrors: UserError[];
}

@Entity("milestone_report")
export class MilestoneReportRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  organisationCode: string;

  @Column({ type: "timestamptz", precision: 3 })
  reportedAt: Date;

  /** In the order in which they were reported. */
  @Column("jsonb")
  results: ReportedMilestone[];
}
