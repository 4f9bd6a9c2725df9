/** Send one piece of news again, by hand: at once, whatever was waited for, and also what was delivered or given up. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { UUID } from "../../../platform/uuid.ts";
import { DeliveryState } from "../domain/webhook.ts";
import { WebhookDeliveryRow } from "../store/webhook-delivery.row.ts";
import { WebhookRow } from "../store/webhook.row.ts";
import { WEBHOOK_ROLES } from "./webhooks.ts";

@InputType({ description: "A delivery to make again." })
export class WebhookDeliveryRetryInput extends ChangeInput {
  @Field(() => ID, { description: "The delivery." })
  deliveryId: string;
}

export const webhookDeliveryRetry = defineAction<WebhookDeliveryRetryInput, WebhookDeliveryRow>({
  name: "webhookDeliveryRetry",
  roles: WEBHOOK_ROLES,
  row: WebhookDeliveryRow,
  async apply({ deliveryId }, { find, save, viewer, now, manager }) {
    const named = UUID.test(deliveryId)
      ? await manager.findOneBy(WebhookDeliveryRow, { id: deliveryId })
      : null;
    // The webhook first, as where deliveries are settled: nobody waits for the other in a circle.
    const own = { organisationCode: viewer.organisation };
    await find(WebhookRow, named?.webhookId ?? "", "deliveryId", own);
    const delivery = await find(WebhookDeliveryRow, deliveryId, "deliveryId");
    // The address is tried at once too, though it failed.
    await manager.update(WebhookRow, { id: delivery.webhookId }, { retryAt: null });
    return save(WebhookDeliveryRow, {
      ...delivery,
      state: DeliveryState.PENDING,
      nextAttemptAt: now,
      triedSince: null,
      settledAt: null,
    });
  },
});
