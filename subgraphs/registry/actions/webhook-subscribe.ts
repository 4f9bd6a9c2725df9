/** Subscribe an address to the organisation's news; its secret is given this once. */
import { ArrayNotEmpty, IsEnum, IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import type { RegistryContext } from "../context.ts";
import { NewsKind } from "../domain/news.ts";
import { MOST_WEBHOOKS, WebhookState } from "../domain/webhook.ts";
import { WebhookRow } from "../store/webhook.row.ts";
import { WEBHOOK_ROLES, withSecret, type ShownWebhook } from "./webhooks.ts";

@InputType({ description: "An address to send news to." })
export class WebhookSubscribeInput extends ChangeInput {
  @Field(() => String, {
    description: "The address, https and on the public internet; at most 2,000 characters.",
  })
  @IsNotEmpty()
  @MaxLength(2000)
  url: string;

  @Field(() => [NewsKind], { nullable: true, description: "Only these kinds; all unless told." })
  @IsOptional()
  @ArrayNotEmpty()
  @IsEnum(NewsKind, { each: true })
  kinds?: NewsKind[] | null;
}

export const webhookSubscribe = defineAction<WebhookSubscribeInput, ShownWebhook, RegistryContext>({
  name: "webhookSubscribe",
  roles: WEBHOOK_ROLES,
  row: WebhookRow,
  async apply({ url, kinds }, { manager, save, viewer, now }, { webhooks }) {
    const refusal = webhooks.refuseAddress(url);
    if (refusal) throw new Refusal("INVALID_FORMAT", refusal, "url");
    // One at a time in an organisation, so that two at once do not pass the limit together.
    await manager.query("select from organisation where code = $1 for update", [viewer.organisation]);
    const standing = await manager.findBy(WebhookRow, { organisationCode: viewer.organisation });
    if (standing.filter(({ state }) => state !== WebhookState.REMOVED).length >= MOST_WEBHOOKS)
      throw new Refusal(
        "OUT_OF_RANGE",
        `An organisation has at most ${MOST_WEBHOOKS} webhooks; remove one first.`,
      );
    const role = WEBHOOK_ROLES.find((each) => viewer.roles.includes(each)) ?? "SYSTEM";
    const webhook = await save(WebhookRow, {
      id: uuid(),
      organisationCode: viewer.organisation,
      url,
      kinds: kinds ? [...new Set(kinds)] : null,
      state: WebhookState.ACTIVE,
      subject: viewer.subject,
      role,
      purpose: viewer.purpose,
      createdAt: now,
      secretVersion: 1,
      previousSecretUntil: null,
      failingSince: null,
      failures: 0,
      retryAt: null,
      disabledAt: null,
    });
    return withSecret(webhook, webhooks);
  },
});
