/** Webhooks in the graph: what was subscribed, and the log of what was sent. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { NewsKind } from "../domain/news.ts";
import { DeliveryState, WebhookState } from "../domain/webhook.ts";

registerEnumType(WebhookState, {
  name: "WebhookState",
  description: "Where a webhook stands.",
  valuesConfig: {
    ACTIVE: { description: "News is sent." },
    PAUSED: { description: "Paused by its organisation: news waits." },
    DISABLED: {
      description: "It took nothing for days, or said that it is gone: news waits until it is resumed.",
    },
    REMOVED: { description: "Removed: nothing is sent any more." },
  },
});

registerEnumType(DeliveryState, {
  name: "WebhookDeliveryState",
  description: "What became of one piece of news on its way to one webhook.",
  valuesConfig: {
    PENDING: { description: "To be sent, or sent again." },
    DELIVERED: { description: "Acknowledged by a 2xx." },
    WITHHELD: { description: "Not sent: the organisation may no longer know of it." },
    FAILED: { description: "Given up after days of attempts; it can be retried by hand." },
  },
});

@ObjectType({
  description: "An address to which an organisation's news is sent, signed (Standard Webhooks).",
})
export class Webhook {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "The address." })
  url: string;

  @Field(() => [NewsKind], { nullable: true, description: "The kinds wanted; null for all." })
  kinds: NewsKind[] | null;

  @Field(() => WebhookState, { description: "Where it stands." })
  state: WebhookState;

  @Field(() => DateTimeScalar, { description: "When it was subscribed." })
  createdAt: Date;

  @Field(() => String, {
    nullable: true,
    description:
      "The secret that signs, `whsec_…`: only in the answer to the change that made it, and null everywhere else, that same change asked for again included.",
  })
  secret?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when the secret before the last rotation signs as well; null when there was none.",
  })
  previousSecretUntil: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when it takes nothing; null while it does.",
  })
  failingSince: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was disabled; null while it is not." })
  disabledAt: Date | null;
}

@ObjectType({ description: "One attempt to deliver (tentative)." })
export class WebhookAttempt {
  @Field(() => Int, { description: "The how-manieth it was, from 1." })
  number: number;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  at: Date;

  @Field(() => Int, {
    nullable: true,
    description: "The HTTP status of the answer; null when there was none.",
  })
  status: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why there was no answer: ADDRESS_NOT_ALLOWED, NAME_NOT_FOUND, TIMEOUT, TLS_FAILED, ANSWER_TOO_LARGE or NOT_REACHED.",
  })
  failure: string | null;

  @Field(() => Int, { description: "How long it took, in milliseconds." })
  milliseconds: number;
}

@ObjectType({ description: "One piece of news on its way to one webhook (livraison)." })
export class WebhookDelivery {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => ID, { description: "The id of the news; `webhook-id` is `msg_` and this." })
  newsId: string;

  @Field(() => NewsKind, { description: "What kind of news." })
  kind: NewsKind;

  @Field(() => DeliveryState, { description: "What became of it." })
  state: DeliveryState;

  @Field(() => DateTimeScalar, { description: "When it was published." })
  createdAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was delivered, withheld or given up; null before.",
  })
  settledAt: Date | null;

  attempts: number;
  nextAttemptAt: Date;
  webhookId: string;
}

export const WebhookDeliveryConnection = connectionOf(() => WebhookDelivery, "WebhookDelivery");
