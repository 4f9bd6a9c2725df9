/** A fair, a webinar or a session where people hear of EER. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { OutreachEventKind, OutreachEventState } from "../domain/outreach.ts";

@Entity("outreach_event")
export class OutreachEventRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("text")
  kind: OutreachEventKind;

  @Column("text")
  title: string;

  @Column("date")
  heldOn: string;

  @Column("text", { nullable: true })
  city: string | null;

  @Column("text")
  state: OutreachEventState;

  /** How many came, as the staff counted; null while not held. */
  @Column("integer", { nullable: true })
  attendance: number | null;
}
