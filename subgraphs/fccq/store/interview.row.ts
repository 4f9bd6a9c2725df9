/** Fifteen minutes of a person and a business in a private room. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { InterviewState } from "../domain/interview.ts";

@Entity("interview")
export class InterviewRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  eventId: string;

  @Column("uuid")
  roomId: string;

  @Column("uuid")
  matchId: string;

  @Column("uuid")
  registrationId: string;

  @Column("uuid")
  positionId: string;

  @Column("uuid")
  businessId: string;

  /** On the grid of fifteen minutes, which is also how long it lasts. */
  @Column({ type: "timestamptz", precision: 3 })
  startsAt: Date;

  @Column("text")
  state: InterviewState;
}
