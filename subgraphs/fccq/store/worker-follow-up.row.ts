/** FCCQ keeping in touch with a person at work. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { WorkerFollowUpChannel } from "../domain/worker-follow-up.ts";

@Entity("worker_follow_up")
export class WorkerFollowUpRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  registrationId: string;

  @Column("uuid")
  offerId: string;

  @Column("date")
  madeOn: string;

  @Column("text")
  channel: WorkerFollowUpChannel;

  /** Whether the person still held the job. */
  @Column("boolean")
  employed: boolean;

  @Column("text")
  note: string;

  /** When to ask again; null when nothing is planned. */
  @Column("date", { nullable: true })
  nextOn: string | null;
}
