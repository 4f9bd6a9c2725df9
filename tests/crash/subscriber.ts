/** A subscriber to the coordinator's news: slow to believe, now and then away, and sure of what it has acknowledged. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { clientOf } from "./client.ts";
import type { CrashHub } from "./hub.ts";

const COORDINATOR = "coordinator@alliance";

/** Of so many messages one is refused, or left without an answer. */
const ONE_IN = 12;

export interface Subscriber {
  /** The host and port, to be named in WEBHOOK_ALLOWED_HOSTS. */
  host: string;
  /** Subscribes to every milestone; to be called before the first one happens. */
  subscribe: (hub: CrashHub) => Promise<void>;
  /** The ids of the milestones whose news it has acknowledged. */
  acknowledged: ReadonlySet<string>;
  stop: () => Promise<void>;
}

/** Opens the subscriber's address. */
export async function openSubscriber(): Promise<Subscriber> {
  const acknowledged = new Set<string>();
  let webhook: Webhook | null = null;
  let messages = 0;
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const told = webhook && subjectOf(webhook, body, request);
      messages += 1;
      if (!told) response.writeHead(400).end();
      else if (messages % (2 * ONE_IN) === 0) response.writeHead(503).end();
      else if (messages % ONE_IN === 0) request.socket.destroy();
      else {
        acknowledged.add(told);
        response.writeHead(204).end();
      }
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    acknowledged,
    async subscribe(hub) {
      const client = clientOf(hub, AbortSignal.timeout(60_000));
      const input = { url: `http://${host}/`, kinds: ["MILESTONE_REPORTED"] };
      const { thing, codes } = await client.change(
        COORDINATOR,
        "webhookSubscribe",
        "webhook { id secret }",
        input,
      );
      if (!thing) throw new Error(`Nobody could subscribe: ${codes.join(", ")}`);
      webhook = new Webhook(thing["secret"] ?? "");
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * The milestones that the registry has and the subscriber has not acknowledged, once nothing waits to be sent any more,
 * or after `patience` milliseconds. `hurry` makes what waits for its turn due at once, as the minutes would that pass.
 */
export async function missedBy(
  subscriber: Subscriber,
  hub: CrashHub,
  { patience, hurry }: { patience: number; hurry: boolean },
): Promise<string[]> {
  for (const until = Date.now() + patience; ;) {
    const { rows } = await hub.inspect("registry", (registry) =>
      registry.query<{ id: string }>("select id from milestone"),
    );
    const missed = rows.map(({ id }) => id).filter((id) => !subscriber.acknowledged.has(id));
    if (missed.length === 0 || Date.now() > until) return missed;
    if (hurry)
      await hub.inspect("registry", (registry) =>
        registry.query(`
          update webhook set retry_at = null;
          update webhook_delivery set next_attempt_at = now() where state = 'PENDING' and next_attempt_at > now()`),
      );
    await pause(500);
  }
}

/** Of what it is, or null when it is not the hub that says so. */
function subjectOf(webhook: Webhook, body: string, { headers }: IncomingMessage): string | null {
  try {
    const { data } = webhook.verify(body, headers as Record<string, string>) as {
      data: { subjectId: string };
    };
    return data.subjectId;
  } catch {
    return null;
  }
}

async function read(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  return body;
}
