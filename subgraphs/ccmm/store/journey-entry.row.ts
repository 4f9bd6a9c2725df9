/** A step entered, or a closing or reopening, in the journey of a file. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ClosingReason, JourneyEntryKind, Step } from "../domain/step.ts";

@Entity("journey_entry")
export class JourneyEntryRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  registrationId: string;

  @Column("text")
  kind: JourneyEntryKind;

  /** The step entered, or the one at which the file was closed or reopened. */
  @Column("text")
  step: Step;

  @Column("text", { nullable: true })
  closingReason: ClosingReason | null;

  @Column("date")
  happenedOn: string;

  @Column({ type: "timestamptz", precision: 3 })
  recordedAt: Date;
}
