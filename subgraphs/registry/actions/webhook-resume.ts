/** Resume a webhook that was paused or disabled: what waited is sent. */
import { defineAction } from "../../../platform/action.ts";
import { WebhookState } from "../domain/webhook.ts";
import { WebhookRow } from "../store/webhook.row.ts";
import { moveWebhook, WEBHOOK_ROLES, type WebhookInput } from "./webhooks.ts";

/** What failed before is forgotten: the next attempt is made at once, and the days are counted anew. */
const STANDING_WELL = { failingSince: null, failures: 0, retryAt: null, disabledAt: null };

export const webhookResume = defineAction<WebhookInput, WebhookRow>({
  name: "webhookResume",
  roles: WEBHOOK_ROLES,
  row: WebhookRow,
  apply: (input, work) => moveWebhook(input, WebhookState.ACTIVE, work, STANDING_WELL),
});
