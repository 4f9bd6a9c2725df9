/**
 * The secrets of webhooks, derived from one key of the hub: none stands in the database, and a copy of the database
 * signs nothing.
 */
import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { ROTATION_HOURS } from "../domain/webhook.ts";

export interface WebhookKeys {
  id: string;
  secretVersion: number;
  previousSecretUntil: Date | null;
}

/** The secret that signs for a webhook now, as its receiver needs it: `whsec_` and base64. */
export function webhookSecret(key: string, { id, secretVersion }: WebhookKeys): string {
  return `whsec_${createHmac("sha256", Buffer.from(key, "base64url")).update(`webhook ${id} ${secretVersion}`).digest("base64")}`;
}

/** The next secret, with the one before it for a day more. */
export function rotated<Keys extends WebhookKeys>(webhook: Keys, now: Date): Keys {
  return {
    ...webhook,
    secretVersion: webhook.secretVersion + 1,
    previousSecretUntil: new Date(now.getTime() + ROTATION_HOURS * 3_600_000),
  };
}

/** The headers of Standard Webhooks for a body: signed by the secret, and during a rotation by the one before it too. */
export function signedHeaders(
  key: string,
  webhook: WebhookKeys,
  messageId: string,
  body: string,
  now: Date,
): Record<string, string> {
  const isRotating = webhook.previousSecretUntil !== null && webhook.previousSecretUntil > now;
  const versions = [webhook.secretVersion, ...(isRotating ? [webhook.secretVersion - 1] : [])];
  const signatures = versions.map((secretVersion) =>
    new Webhook(webhookSecret(key, { ...webhook, secretVersion })).sign(messageId, now, body),
  );
  return {
    "webhook-id": messageId,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": signatures.join(" "),
  };
}
