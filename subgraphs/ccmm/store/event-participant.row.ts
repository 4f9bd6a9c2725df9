/** A participant registered for a recruitment event, and whether they came. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Presence } from "../domain/gathering.ts";

@Entity("event_participant")
export class EventParticipantRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  eventId: string;

  @Column("uuid")
  registrationId: string;

  @Column("text")
  presence: Presence;

  @Column("date")
  registeredOn: string;
}
