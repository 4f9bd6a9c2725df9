/** Remove a webhook: nothing is sent to it any more. */
import { defineAction } from "../../../platform/action.ts";
import { WebhookState } from "../domain/webhook.ts";
import { WebhookRow } from "../store/webhook.row.ts";
import { moveWebhook, WEBHOOK_ROLES, type WebhookInput } from "./webhooks.ts";

export const webhookRemove = defineAction<WebhookInput, WebhookRow>({
  name: "webhookRemove",
  roles: WEBHOOK_ROLES,
  row: WebhookRow,
  apply: (input, work) => moveWebhook(input, WebhookState.REMOVED, work),
});
