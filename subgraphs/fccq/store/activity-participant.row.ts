/** A person who takes part in an activity. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ActivityAttendance } from "../domain/activity.ts";

@Entity("activity_participant")
export class ActivityParticipantRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  activityId: string;

  @Column("uuid")
  registrationId: string;

  /** When the person signed up. */
  @Column("date")
  signedUpOn: string;

  @Column("text")
  attendance: ActivityAttendance;
}
