/** An interview of a participant with an employer at a recruitment event. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { InterviewOutcome, InterviewState } from "../domain/event.ts";

@Entity("interview")
export class InterviewRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  pairingId: string;

  @Column("uuid")
  eventId: string;

  @Column("uuid")
  registrationId: string;

  @Column("uuid")
  employerId: string;

  /** The virtual room of the event, by its number. */
  @Column("smallint")
  room: number;

  @Column({ type: "timestamptz", precision: 3 })
  startsAt: Date;

  @Column({ type: "timestamptz", precision: 3 })
  endsAt: Date;

  @Column("text")
  state: InterviewState;

  @Column("text", { nullable: true })
  outcome: InterviewOutcome | null;
}
