/** The webhooks of the viewer's organisation with their log, and the changes of them. */
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { PageArgs } from "../../../platform/page.ts";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import { webhookDeliveryRetry, WebhookDeliveryRetryInput } from "../actions/webhook-delivery-retry.ts";
import { webhookPause } from "../actions/webhook-pause.ts";
import { webhookRemove } from "../actions/webhook-remove.ts";
import { webhookResume } from "../actions/webhook-resume.ts";
import { webhookRotate } from "../actions/webhook-rotate.ts";
import { webhookSubscribe, WebhookSubscribeInput } from "../actions/webhook-subscribe.ts";
import { WEBHOOK_ROLES, WebhookInput } from "../actions/webhooks.ts";
import type { RegistryContext } from "../context.ts";
import { DeliveryState, WebhookState } from "../domain/webhook.ts";
import { Webhook, WebhookAttempt, WebhookDelivery, WebhookDeliveryConnection } from "./webhook.type.ts";

const WebhookSubscribePayload = payloadOf("WebhookSubscribe", "webhook", () => Webhook);
const WebhookPausePayload = payloadOf("WebhookPause", "webhook", () => Webhook);
const WebhookResumePayload = payloadOf("WebhookResume", "webhook", () => Webhook);
const WebhookRotatePayload = payloadOf("WebhookRotate", "webhook", () => Webhook);
const WebhookRemovePayload = payloadOf("WebhookRemove", "webhook", () => Webhook);
const WebhookDeliveryRetryPayload = payloadOf("WebhookDeliveryRetry", "delivery", () => WebhookDelivery);

@Resolver(() => Webhook)
export class WebhookResolver {
  @StaffOnly(...WEBHOOK_ROLES)
  @Query(() => [Webhook], {
    description:
      "The webhooks of the viewer's organisation, those it removed left out. For its systems, and for the coordinator.",
  })
  async webhooks(@Ctx() { load, viewer }: RegistryContext) {
    const all = await load.webhooksOfOrganisation.load(viewer.organisation);
    return all.filter(({ state }) => state !== WebhookState.REMOVED);
  }

  @Mutation(() => WebhookSubscribePayload, {
    description: "Subscribes an address to the organisation's news. For systems, and for the coordinator.",
  })
  webhookSubscribe(@Arg("input") input: WebhookSubscribeInput, @Ctx() context: RegistryContext) {
    return payload("webhook", webhookSubscribe, input, context);
  }

  @Mutation(() => WebhookPausePayload, { description: "Pauses a webhook: its news waits." })
  webhookPause(@Arg("input") input: WebhookInput, @Ctx() context: RegistryContext) {
    return payload("webhook", webhookPause, input, context);
  }

  @Mutation(() => WebhookResumePayload, {
    description: "Resumes a webhook that was paused or disabled: what waited is sent.",
  })
  webhookResume(@Arg("input") input: WebhookInput, @Ctx() context: RegistryContext) {
    return payload("webhook", webhookResume, input, context);
  }

  @Mutation(() => WebhookRotatePayload, {
    description: "Gives a webhook another secret; the one before it signs as well for a day.",
  })
  webhookRotate(@Arg("input") input: WebhookInput, @Ctx() context: RegistryContext) {
    return payload("webhook", webhookRotate, input, context);
  }

  @Mutation(() => WebhookRemovePayload, { description: "Removes a webhook: nothing is sent any more." })
  webhookRemove(@Arg("input") input: WebhookInput, @Ctx() context: RegistryContext) {
    return payload("webhook", webhookRemove, input, context);
  }

  @FieldResolver(() => WebhookDeliveryConnection, {
    description: "What was sent and is to be sent, the latest first, kept for 90 days.",
  })
  deliveries(
    @Root() { id }: Webhook,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: RegistryContext,
  ) {
    return load.deliveriesOfWebhook(id, page);
  }
}

@Resolver(() => WebhookDelivery)
export class WebhookDeliveryResolver {
  @Mutation(() => WebhookDeliveryRetryPayload, {
    description: "Sends one piece of news again at once, whatever became of it before.",
  })
  webhookDeliveryRetry(@Arg("input") input: WebhookDeliveryRetryInput, @Ctx() context: RegistryContext) {
    return payload("delivery", webhookDeliveryRetry, input, context);
  }

  @FieldResolver(() => [WebhookAttempt], { description: "The attempts made, the first one first." })
  attempts(@Root() { id }: WebhookDelivery, @Ctx() { load }: RegistryContext) {
    return load.attemptsOfDelivery.load(id);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "When it is attempted next, at the earliest; null once it is settled.",
  })
  nextAttemptAt(@Root() { state, nextAttemptAt }: WebhookDelivery): Date | null {
    return state === DeliveryState.PENDING ? nextAttemptAt : null;
  }
}
