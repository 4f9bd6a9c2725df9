/** An activity of the preparatory pathway: welcome, « Candidature vidéo » training, or a sector's. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ActivityKind, ActivityState } from "../domain/gathering.ts";

@Entity("activity")
export class ActivityRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  kind: ActivityKind;

  @Column("text")
  title: string;

  /** SCIAN/NAICS 2022, two digits; null unless it is a sector activity. */
  @Column("text", { nullable: true })
  sector: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  startsAt: Date;

  @Column({ type: "timestamptz", precision: 3 })
  endsAt: Date;

  @Column("text")
  state: ActivityState;
}
