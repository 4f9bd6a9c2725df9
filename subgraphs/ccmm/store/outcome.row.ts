/** Whether a participant is employed, since when, where and how; the latest says how it stands. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { HiringWay } from "../domain/outcome.ts";

@Entity("outcome")
export class OutcomeRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  registrationId: string;

  @Column("boolean")
  employed: boolean;

  @Column("date")
  since: string;

  /** An employer of the programme; null for another, which is named. */
  @Column("uuid", { nullable: true })
  employerId: string | null;

  @Column("text", { nullable: true })
  employerName: string | null;

  @Column("text", { nullable: true })
  way: HiringWay | null;

  /** The event at which the person was hired. */
  @Column("uuid", { nullable: true })
  eventId: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  recordedAt: Date;
}
