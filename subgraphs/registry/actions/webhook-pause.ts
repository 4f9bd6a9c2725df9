/** Pause a webhook: its news waits until it is resumed, for as long as news is kept. */
import { defineAction } from "../../../platform/action.ts";
import { WebhookState } from "../domain/webhook.ts";
import { WebhookRow } from "../store/webhook.row.ts";
import { moveWebhook, WEBHOOK_ROLES, type WebhookInput } from "./webhooks.ts";

export const webhookPause = defineAction<WebhookInput, WebhookRow>({
  name: "webhookPause",
  roles: WEBHOOK_ROLES,
  row: WebhookRow,
  apply: (input, work) => moveWebhook(input, WebhookState.PAUSED, work),
});
