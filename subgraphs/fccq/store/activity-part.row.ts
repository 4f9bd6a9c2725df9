/** One part of the programme of an activity. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ActivityPartKind } from "../domain/activity.ts";

@Entity("activity_part")
export class ActivityPartRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  activityId: string;

  @Column("text")
  kind: ActivityPartKind;

  @Column("text")
  title: string;

  /** The office, organisation or business that leads it; never the name of who testifies. */
  @Column("text", { nullable: true })
  ledBy: string | null;

  /** The hour of the day at the place, as `14:30`. */
  @Column("text")
  startsAt: string;

  @Column("smallint")
  minutes: number;
}
