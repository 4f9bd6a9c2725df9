/** A business that takes part in an activity. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ActivityAttendance } from "../domain/activity.ts";

@Entity("activity_company")
export class ActivityCompanyRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  activityId: string;

  @Column("uuid")
  businessId: string;

  @Column("text")
  attendance: ActivityAttendance;
}
