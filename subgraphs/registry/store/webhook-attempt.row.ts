/** One attempt to deliver: what was answered, and nothing of its words. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("webhook_attempt")
export class WebhookAttemptRow {
  @PrimaryColumn("uuid")
  deliveryId: string;

  @PrimaryColumn("int")
  number: number;

  @Column({ type: "timestamptz", precision: 3 })
  at: Date;

  @Column("int", { nullable: true })
  status: number | null;

  @Column("text", { nullable: true })
  failure: string | null;

  @Column("int")
  milliseconds: number;
}
