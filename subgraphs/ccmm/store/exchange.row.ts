/** A participant and an employer who go on by themselves after an event (jumelage autonome). */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ExchangeOpener, ExchangeState } from "../domain/outcome.ts";

@Entity("exchange")
export class ExchangeRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  registrationId: string;

  @Column("uuid")
  employerId: string;

  /** The event after which they went on. */
  @Column("uuid")
  eventId: string;

  @Column("text")
  openedBy: ExchangeOpener;

  @Column("date")
  openedOn: string;

  @Column("text")
  state: ExchangeState;

  @Column("date", { nullable: true })
  endedOn: string | null;
}
