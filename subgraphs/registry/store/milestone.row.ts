/** Something that happened in a person's pathway, as one organisation reported it. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { MilestoneKind, PathwayTrack } from "../domain/milestone.ts";

@Entity("milestone")
export class MilestoneRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  registrationId: string;

  @Column("uuid")
  candidateId: string;

  @Column("text")
  kind: MilestoneKind;

  @Column({ type: "timestamptz", precision: 3 })
  occurredAt: Date;

  @Column("text")
  organisationCode: string;

  /** The reporter's own id of the event: twice is once. */
  @Column("text")
  sourceId: string;

  @Column({ type: "timestamptz", precision: 3 })
  recordedAt: Date;

  /** The region that it names; null when it names none. */
  @Column("text", { nullable: true })
  regionCode: string | null;

  /** Since when it counts no more: an acceptance that was taken back. */
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  withdrawnAt: Date | null;

  /** What the person is declared ready for, where it was said. */
  @Column("text", { nullable: true })
  track: PathwayTrack | null;

  /** Whether it moved something when the milestones were last folded. */
  @Column("boolean")
  moved: boolean;
}
