/** A participant enrolled in an activity, and whether they came. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Presence } from "../domain/gathering.ts";

@Entity("attendance")
export class AttendanceRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  activityId: string;

  @Column("uuid")
  registrationId: string;

  @Column("text")
  presence: Presence;

  @Column("date")
  enrolledOn: string;
}
