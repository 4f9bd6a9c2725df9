/** Give a webhook another secret: the one before it signs as well for a day, so that a receiver can change over. */
import { defineAction } from "../../../platform/action.ts";
import type { RegistryContext } from "../context.ts";
import { WebhookRow } from "../store/webhook.row.ts";
import { rotated } from "../store/webhook-secret.ts";
import { findWebhook, WEBHOOK_ROLES, withSecret, type ShownWebhook, type WebhookInput } from "./webhooks.ts";

export const webhookRotate = defineAction<WebhookInput, ShownWebhook, RegistryContext>({
  name: "webhookRotate",
  roles: WEBHOOK_ROLES,
  row: WebhookRow,
  async apply({ webhookId }, work, { webhooks }) {
    const webhook = await findWebhook(work, webhookId);
    return withSecret(await work.save(WebhookRow, rotated(webhook, work.now)), webhooks);
  },
});
