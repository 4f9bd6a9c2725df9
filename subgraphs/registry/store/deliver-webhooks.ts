/** Delivers news to webhooks: takes what is due, sends it, and writes down what came of it. */
import type { DataSource, EntityManager } from "typeorm";
import type { Post, Outcome } from "../../../platform/post-outside.ts";
import type { Purpose, Role } from "../../../platform/passport.ts";
import type { NewsKind } from "../domain/news.ts";
import { afterFailure, DeliveryState, waitAfter, WebhookState } from "../domain/webhook.ts";
import { cursorOf, toldOf } from "./news.ts";
import { WebhookDeliveryRow } from "./webhook-delivery.row.ts";
import { WebhookRow } from "./webhook.row.ts";
import { signedHeaders } from "./webhook-secret.ts";

export interface Delivering {
  database: DataSource;
  /** The key from which the secrets of webhooks are derived. */
  key: string;
  post: Post;
  now?: () => Date;
}

/** The most that is under way to one address. One that fails is given one at a time until it takes something. */
const AT_ONCE = 8;
/** For how long what was taken is nobody else's, in seconds: longer than any call, and given back by a process that died. */
const LEASE = 60;

interface Taken {
  id: string;
  webhookId: string;
  newsId: string;
  place: number;
  attempts: number;
  triedSince: Date;
  url: string;
  secretVersion: number;
  previousSecretUntil: Date | null;
  organisation: string;
  subject: string;
  role: Role;
  purpose: Purpose;
  kind: NewsKind;
  candidateId: string | null;
  subjectId: string;
  parties: string[];
  occurredAt: Date;
}

/** Deliveries to one webhook, taken by this process. */
export type Batch = readonly Taken[];

/**
 * Sends one batch: what may not be told any more is withheld, the rest is attempted, all of it at once. At least once: a
 * process that dies after sending and before noting it leaves the delivery to be made again, under the same `webhook-id`.
 */
export async function deliver(delivering: Delivering, batch: Batch): Promise<void> {
  const { database, key, post, now = () => new Date() } = delivering;
  const [first] = batch;
  if (!first) return;
  const { subject, organisation, role, purpose } = first;
  // Whoever subscribed held this scope: `webhookSubscribe` asks for it (graph/scopes.ts).
  const viewer = { subject, organisation, roles: [role], purpose, scopes: ["candidates:read" as const] };
  const told = new Set(await toldOf(database.manager, viewer, batch, now()));
  await withhold(
    database,
    batch.filter((each) => !told.has(each)),
    now(),
  );
  await Promise.all(
    [...told].map(async (delivery) => {
      const at = now();
      const body = bodyOf(delivery);
      const signer = { ...delivery, id: delivery.webhookId };
      const headers = signedHeaders(key, signer, `msg_${delivery.newsId}`, body, at);
      const outcome = await post(delivery.url, headers, body);
      await settle(database, delivery, outcome, at, now());
    }),
  );
}

/** What is sent: ids and the kind alone, in the shape that Standard Webhooks recommends. */
function bodyOf({ newsId, kind, candidateId, subjectId, occurredAt, place }: Taken): string {
  return JSON.stringify({
    type: kind,
    timestamp: occurredAt.toISOString(),
    data: { id: newsId, candidateId, subjectId, cursor: cursorOf(place) },
  });
}

/** Takes what is due, a few for each webhook that is not `busy`, at most `most` in all. */
export async function takeDue(
  { database, now = () => new Date() }: Delivering,
  busy: readonly string[],
  most: number,
): Promise<Batch[]> {
  const [rows] = (await database.query(TAKE, [now(), AT_ONCE, most, LEASE, busy])) as [Taken[], number];
  return [...Map.groupBy(rows, ({ webhookId }) => webhookId).values()];
}

/** The longest due first, so that no webhook starves another. */
const TAKE = /* sql */ `
  with due as (
    select delivery.id from webhook cross join lateral (
      select id, next_attempt_at from webhook_delivery
      where webhook_id = webhook.id and state = 'PENDING' and next_attempt_at <= $1
      order by next_attempt_at, place limit case when webhook.failing_since is null then $2::int else 1 end
      for update skip locked
    ) as delivery
    where webhook.state = 'ACTIVE' and (webhook.retry_at is null or webhook.retry_at <= $1) and webhook.id <> all($5::uuid[])
    order by delivery.next_attempt_at limit $3
  )
  update webhook_delivery delivery
  set next_attempt_at = $1::timestamptz + $4 * interval '1 second', attempts = delivery.attempts + 1,
    tried_since = coalesce(delivery.tried_since, $1)
  from webhook, news
  where delivery.id in (select id from due) and webhook.id = delivery.webhook_id and news.place = delivery.place
  returning delivery.id, webhook.id as "webhookId", delivery.news_id as "newsId", delivery.place, delivery.attempts,
    delivery.tried_since as "triedSince", url, secret_version as "secretVersion",
    previous_secret_until as "previousSecretUntil", organisation_code as organisation, subject, role, purpose,
    news.kind, candidate_id as "candidateId", subject_id as "subjectId", parties, occurred_at as "occurredAt"`;

async function withhold(database: DataSource, deliveries: readonly Taken[], now: Date): Promise<void> {
  if (deliveries.length === 0) return;
  await database.query(
    "update webhook_delivery set state = 'WITHHELD', settled_at = $2, attempts = attempts - 1 where id = any($1)",
    [deliveries.map(({ id }) => id), now],
  );
}

async function settle(
  database: DataSource,
  delivery: Taken,
  { status, failure, milliseconds }: Outcome,
  at: Date,
  now: Date,
): Promise<void> {
  const isDelivered = status !== null && status >= 200 && status < 300;
  await database.transaction(async (manager) => {
    // Deliveries to one address are settled one after the other: each sees what the one before it came to.
    const [webhook]: WebhookStanding[] = await manager.query(
      `select failures, failing_since as "failingSince", retry_at as "retryAt", state from webhook where id = $1 for update`,
      [delivery.webhookId],
    );
    await manager.query(
      `insert into webhook_attempt (delivery_id, number, at, status, failure, milliseconds) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [delivery.id, delivery.attempts, at, status, failure, milliseconds],
    );
    if (isDelivered) {
      await manager.query("update webhook_delivery set state = 'DELIVERED', settled_at = $2 where id = $1", [
        delivery.id,
        now,
      ]);
      if (webhook?.failingSince)
        await manager.query(
          "update webhook set failing_since = null, failures = 0, retry_at = null where id = $1",
          [delivery.webhookId],
        );
      return;
    }
    await noteFailure(manager, delivery, webhook, { at, now, status });
  });
}

/** The delivery waits for its turn, and the address for its own: the longer, the longer it has been failing. */
async function noteFailure(
  manager: EntityManager,
  delivery: Taken,
  webhook: WebhookStanding | undefined,
  { at, now, status }: { at: Date; now: Date; status: number | null },
): Promise<void> {
  const failingSince = webhook?.failingSince ?? at;
  // What was under way together failed together, and counts once.
  const isNew = !webhook?.retryAt || webhook.retryAt <= at;
  const failures = (webhook?.failures ?? 0) + (isNew ? 1 : 0);
  const next = afterFailure({ now, status, failingSince, triedSince: delivery.triedSince });
  const state = next === "GIVE_UP" ? DeliveryState.FAILED : DeliveryState.PENDING;
  await manager.update(
    WebhookDeliveryRow,
    { id: delivery.id, state: DeliveryState.PENDING },
    {
      state,
      nextAttemptAt: later(now, waitAfter(delivery.attempts, Math.random())),
      settledAt: state === DeliveryState.FAILED ? now : null,
    },
  );
  const isDisabled = next === "DISABLE" && webhook?.state === WebhookState.ACTIVE;
  await manager.update(
    WebhookRow,
    { id: delivery.webhookId },
    {
      failingSince,
      failures,
      ...(isNew ? { retryAt: later(now, waitAfter(failures, Math.random())) } : {}),
      ...(isDisabled ? { state: WebhookState.DISABLED, disabledAt: now } : {}),
    },
  );
}

interface WebhookStanding {
  failures: number;
  failingSince: Date | null;
  retryAt: Date | null;
  state: WebhookState;
}

function later(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}
