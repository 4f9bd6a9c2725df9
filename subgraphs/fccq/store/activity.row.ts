/** An activity of the programme: an exploratory trip, a meeting with employers, a session. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ActivityKind, ActivityMode, ActivityState } from "../domain/activity.ts";

@Entity("activity")
export class ActivityRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  kind: ActivityKind;

  @Column("text")
  mode: ActivityMode;

  @Column("text")
  state: ActivityState;

  @Column("text")
  title: string;

  /** The day it is planned for, or was held. */
  @Column("date")
  heldOn: string;

  @Column("text")
  regionCode: string;

  @Column("text")
  city: string;

  /** The chamber that hosts it. */
  @Column("uuid", { nullable: true })
  chamberId: string | null;

  /** Why it is suspended; null unless it is. */
  @Column("text", { nullable: true })
  suspensionReason: string | null;
}
