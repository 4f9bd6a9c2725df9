/** A private virtual room of an interview event. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("interview_room")
export class InterviewRoomRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  eventId: string;

  @Column("text")
  name: string;

  /** Where the two parties enter. */
  @Column("text")
  link: string;
}
