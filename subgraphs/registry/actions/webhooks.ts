/** What the changes of webhooks have in common: who may make them, whose they are, and how a secret is shown. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import type { Role } from "../../../platform/passport.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { WEBHOOK_MOVES, WebhookState } from "../domain/webhook.ts";
import { WebhookRow } from "../store/webhook.row.ts";
import { webhookSecret } from "../store/webhook-secret.ts";

@InputType({ description: "A webhook to change." })
export class WebhookInput extends ChangeInput {
  @Field(() => ID, { description: "The webhook." })
  webhookId: string;
}

/** An organisation's systems, and the coordinator for the alliance's own. */
export const WEBHOOK_ROLES: readonly Role[] = ["SYSTEM", "COORDINATOR"];

/** A webhook in the answer to the change that made its secret: nowhere else is it shown. */
export type ShownWebhook = WebhookRow & { secret?: string };

/** What the registry's settings say of webhooks. */
export interface WebhookSettings {
  /** The key that secrets are derived from; null where there are no webhooks. */
  key: string | null;
  /** Why an address may not be used, as a sentence; null when it may. */
  refuseAddress: (url: string) => string | null;
}

/** @throws {Refusal} `NOT_ALLOWED` where there are no webhooks */
export function withSecret(webhook: WebhookRow, { key }: WebhookSettings): ShownWebhook {
  if (!key)
    throw new Refusal("NOT_ALLOWED", "This hub sends no webhooks: its operator sets WEBHOOK_KEY to begin.");
  return Object.assign(webhook, { secret: webhookSecret(key, webhook) });
}

/** The webhook, locked, if it is one of the viewer's organisation that was not removed. */
export async function findWebhook({ find, viewer }: Work, id: string): Promise<WebhookRow> {
  const webhook = await find(WebhookRow, id, "webhookId", { organisationCode: viewer.organisation });
  if (webhook.state === WebhookState.REMOVED)
    throw new Refusal("WRONG_STATE", "This webhook was removed; subscribe anew.", "webhookId");
  return webhook;
}

/** The webhook moved to another state, with `changes`. */
export async function moveWebhook(
  { webhookId }: WebhookInput,
  to: WebhookState,
  work: Work,
  changes: Partial<WebhookRow> = {},
): Promise<WebhookRow> {
  const webhook = await findWebhook(work, webhookId);
  const state = move(WEBHOOK_MOVES, webhook.state, to, "webhookId");
  return work.save(WebhookRow, { ...webhook, ...changes, state });
}
