/** Somebody who speaks at an activity. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { SpeakerRole } from "../domain/gathering.ts";

@Entity("activity_speaker")
export class ActivitySpeakerRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  activityId: string;

  @Column("text")
  role: SpeakerRole;

  @Column("text")
  name: string;

  @Column("text", { nullable: true })
  affiliation: string | null;
}
