/** A call of an adviser to a participant. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { CallState } from "../domain/call.ts";

@Entity("adviser_call")
export class AdviserCallRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  registrationId: string;

  @Column("uuid")
  adviserId: string;

  @Column({ type: "timestamptz", precision: 3 })
  startsAt: Date;

  @Column({ type: "timestamptz", precision: 3 })
  endsAt: Date;

  @Column("text")
  state: CallState;

  /** When it was recorded as made, missed or cancelled. */
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  settledAt: Date | null;

  @Column("text", { nullable: true })
  note: string | null;
}
