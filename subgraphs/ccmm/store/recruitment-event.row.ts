/** A recruitment event: speed interviews or a virtual fair, after its matching exercise. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { EventKind, EventState } from "../domain/event.ts";

@Entity("recruitment_event")
export class RecruitmentEventRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  kind: EventKind;

  @Column("text")
  title: string;

  /** SCIAN/NAICS 2022, two digits; null for an event of several sectors. */
  @Column("text", { nullable: true })
  sector: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  startsAt: Date;

  @Column({ type: "timestamptz", precision: 3 })
  endsAt: Date;

  @Column("text")
  state: EventState;

  /** When the matching exercise was completed. */
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  matchedAt: Date | null;
}
