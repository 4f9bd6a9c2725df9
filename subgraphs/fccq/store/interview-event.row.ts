/** A Friday of interviews online. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { InterviewEventState } from "../domain/interview.ts";

@Entity("interview_event")
export class InterviewEventRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  title: string;

  @Column({ type: "timestamptz", precision: 3 })
  startsAt: Date;

  @Column({ type: "timestamptz", precision: 3 })
  endsAt: Date;

  @Column("text")
  state: InterviewEventState;

  /** Why it is cancelled; null unless it is. */
  @Column("text", { nullable: true })
  cancellationReason: string | null;
}
