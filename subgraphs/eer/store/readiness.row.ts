/** A declaration that a person is ready, by whom and when, until it is withdrawn. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { EmployabilityTrack } from "../domain/track.ts";

@Entity("readiness")
export class ReadinessRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  registrationId: string;

  /** The track for which the person was declared ready, as it was. */
  @Column("text")
  track: EmployabilityTrack;

  /** The day of the declaration in Québec: people are counted by it. */
  @Column("date")
  declaredOn: string;

  @Column({ type: "timestamptz", precision: 3 })
  declaredAt: Date;

  @Column("text")
  declaredBy: string;

  @Column("text", { nullable: true })
  note: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  withdrawnAt: Date | null;

  @Column("text", { nullable: true })
  withdrawnBy: string | null;

  @Column("text", { nullable: true })
  withdrawalReason: string | null;
}
