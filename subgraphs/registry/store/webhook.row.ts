/** Where an organisation wants its news sent. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Purpose, Role } from "../../../platform/passport.ts";
import type { NewsKind } from "../domain/news.ts";
import type { WebhookState } from "../domain/webhook.ts";

@Entity("webhook")
export class WebhookRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  organisationCode: string;

  @Column("text")
  url: string;

  /** The kinds wanted; null for all. */
  @Column("text", { array: true, nullable: true })
  kinds: NewsKind[] | null;

  @Column("text")
  state: WebhookState;

  /** Who subscribed, and as what: news is sent if it may be told to them. */
  @Column("text")
  subject: string;

  @Column("text")
  role: Role;

  @Column("text")
  purpose: Purpose;

  @Column({ type: "timestamptz", precision: 3 })
  createdAt: Date;

  @Column("int")
  secretVersion: number;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  previousSecretUntil: Date | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  failingSince: Date | null;

  @Column("int")
  failures: number;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  retryAt: Date | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  disabledAt: Date | null;
}
