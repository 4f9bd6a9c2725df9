/** One piece of news on its way to one webhook. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { NewsKind } from "../domain/news.ts";
import type { DeliveryState } from "../domain/webhook.ts";

@Entity("webhook_delivery")
export class WebhookDeliveryRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  webhookId: string;

  @Column("bigint")
  place: number;

  @Column("uuid")
  newsId: string;

  @Column("text")
  kind: NewsKind;

  @Column("text")
  state: DeliveryState;

  @Column({ type: "timestamptz", precision: 3 })
  createdAt: Date;

  @Column({ type: "timestamptz", precision: 3 })
  nextAttemptAt: Date;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  triedSince: Date | null;

  @Column("int")
  attempts: number;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  settledAt: Date | null;
}

/** What waits to be sent to webhooks, and what was given up in the last day, for the metrics. */
export const WEBHOOK_BACKLOG = {
  webhooks: /* sql */ `
    select 'waiting' as state, count(*)::int as count,
      coalesce(extract(epoch from now() - min(created_at)), 0)::float as oldest
    from webhook_delivery where state = 'PENDING'
    union all
    select 'failed', count(*)::int, coalesce(extract(epoch from now() - min(created_at)), 0)::float
    from webhook_delivery where state = 'FAILED' and created_at > now() - interval '1 day'`,
};
