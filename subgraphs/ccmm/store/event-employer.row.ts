/** An employer registered for a recruitment event, and what it looks for there. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Presence } from "../domain/gathering.ts";

@Entity("event_employer")
export class EventEmployerRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  eventId: string;

  @Column("uuid")
  employerId: string;

  /** CNP/NOC 2021, five digits each. */
  @Column("text", { array: true })
  occupations: string[];

  @Column("text", { array: true })
  skills: string[];

  @Column("text")
  presence: Presence;

  @Column("date")
  registeredOn: string;
}
