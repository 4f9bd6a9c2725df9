/** A household in the care of a counsellor, from a day on. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("counsellor_assignment")
export class CounsellorAssignmentRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  householdId: string;

  @Column("uuid")
  counsellorId: string;

  @Column("date")
  since: string;

  @Column("date", { nullable: true })
  until: string | null;
}
