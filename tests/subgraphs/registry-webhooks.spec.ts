/** Webhooks: an organisation's systems are sent its news, signed, until they acknowledge. */
import "reflect-metadata";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { openOutside, type Outside } from "../../platform/post-outside.ts";
import { deliver as send, takeDue } from "../../subgraphs/registry/store/deliver-webhooks.ts";
import {
  coordinator,
  counsellor,
  openNewsWorld,
  REGISTRY_SETTINGS,
  type Changed,
  type NewsWorld,
  type Person,
} from "../support/news.ts";
import { viewer } from "../support/subgraph.ts";

const system = viewer("promis", "SYSTEM");
const stranger = viewer("fccq", "SYSTEM");

let world: NewsWorld;
/** Somebody whom PROMIS registered. */
let person: Person;
let receiver: Server;
let host: string;
let outside: Outside;
/** What came in, and what is answered to it. */
let received: { headers: IncomingHttpHeaders; body: string }[] = [];
let answers: (body: string) => number = () => 204;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answers(body)).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  outside = openOutside({ allowedHosts: [host] });
  world = await openNewsWorld({ WEBHOOK_ALLOWED_HOSTS: host });
});

beforeEach(async () => {
  received = [];
  answers = () => 204;
  for (const table of ["webhook_attempt", "webhook_delivery", "webhook", "news_recipient"])
    await world.service.query(`delete from ${table}`);
  person = await world.register(counsellor);
  await world.publish();
});

afterAll(async () => {
  await world.close();
  await outside.close();
  receiver.close();
  receiver.closeAllConnections();
});

async function subscribe(kinds?: string[], by = system): Promise<Changed> {
  const input = { url: `http://${host}/hook`, kinds };
  return world.change(by, "webhookSubscribe", input, "webhook { id secret }");
}

/** Delivers what is due some time from now, or from the moment that is given. */
async function deliver(seconds = 0, from = present()): Promise<number> {
  const moment = new Date(from + seconds * 1000);
  const delivering = {
    database: world.hub.database,
    key: REGISTRY_SETTINGS.WEBHOOK_KEY,
    post: outside.post,
    now: () => moment,
  };
  const due = await takeDue(delivering, [], 100);
  await Promise.all(due.map((batch) => send(delivering, batch)));
  return due.flat().length;
}

/** This moment, in milliseconds; the database, whose clock is finer, has not got beyond it in what it has written. */
function present(): number {
  return Date.now() + 1;
}

async function happen(): Promise<string> {
  const milestone = await world.report(counsellor, person, "COUNSELLOR_ASSIGNED");
  await world.publish();
  return milestone;
}

const MILESTONES = ["MILESTONE_REPORTED"];

const subjects = () =>
  received.map(({ body }) => (JSON.parse(body) as { data: { subjectId: string } }).data.subjectId);

interface Log {
  state: string;
  failingSince: string | null;
  secret: string | null;
  deliveries: {
    nodes: {
      id: string;
      kind: string;
      state: string;
      nextAttemptAt: string | null;
      attempts: { number: number; status: number | null; failure: string | null; milliseconds: number }[];
    }[];
  };
}

async function log(by = system): Promise<Log[]> {
  const { data } = await world.ask(
    by,
    `{ webhooks { state failingSince secret deliveries {
         nodes { id kind state nextAttemptAt attempts { number status failure milliseconds } } } } }`,
  );
  return (data as unknown as { webhooks: Log[] }).webhooks;
}

describe("A webhook", () => {
  it("is sent each piece of news of its organisation's circle, by ids and kind, signed as Standard Webhooks says", async () => {
    const { secret } = await subscribe();
    const milestone = await happen();
    await deliver();
    expect(subjects()).toContain(milestone);
    for (const { headers, body } of received) {
      const content = new Webhook(secret).verify(body, headers as Record<string, string>) as object;
      expect(Object.keys(content).sort()).toEqual(["data", "timestamp", "type"]);
      expect(body).not.toMatch(/Oleksandra/);
    }
    const feed = await world.feed(counsellor);
    const ids = feed.nodes.map(({ id }) => `msg_${id}`);
    expect(ids).toEqual(expect.arrayContaining(received.map(({ headers }) => headers["webhook-id"])));
    expect(await deliver(3_600)).toBe(0);
  });

  it("is refused by its receiver when a word was changed, another key signed, or it is old", async () => {
    const { secret } = await subscribe(MILESTONES);
    await happen();
    await deliver();
    const [{ headers, body }] = received as [{ headers: Record<string, string>; body: string }];
    const verify = (text: string, by: string, change: object = {}) =>
      new Webhook(by).verify(text, { ...headers, ...change });
    expect(() => verify(body, secret)).not.toThrow();
    expect(() => verify(body.replace("MILESTONE", "REFERRAL"), secret)).toThrow("No matching signature");
    expect(() => verify(body, `whsec_${Buffer.alloc(32).toString("base64")}`)).toThrow(
      "No matching signature",
    );
    const old = String(Number(headers["webhook-timestamp"]) - 600);
    expect(() => verify(body, secret, { "webhook-timestamp": old })).toThrow("too old");
  });

  it("that fails and then acknowledges gets each piece of news, later each time, under the same id", async () => {
    await subscribe(MILESTONES);
    answers = () => 500;
    const milestones = [await happen(), await happen()];
    const first = present();
    await deliver(0, first);
    expect(new Set(subjects())).toEqual(new Set(milestones));
    expect(await deliver(2, first)).toBe(0);
    answers = () => 204;
    for (let hours = 1; hours <= 3; hours += 1) await deliver(hours * 3_600);
    expect(subjects().sort()).toEqual([...milestones, ...milestones].sort());
    const ids = received.map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids).size).toBe(2);
    const [webhook] = await log();
    expect(webhook).toMatchObject({ state: "ACTIVE", failingSince: null });
    for (const delivery of webhook?.deliveries.nodes ?? []) {
      expect(delivery).toMatchObject({ state: "DELIVERED", nextAttemptAt: null, kind: "MILESTONE_REPORTED" });
      expect(delivery.attempts.map(({ number, status }) => [number, status])).toEqual([
        [1, 500],
        [2, 204],
      ]);
    }
  });

  it("is sent again what a process had taken when it died", async () => {
    await subscribe(MILESTONES);
    const milestone = await happen();
    const { rowCount } = await world.service.query(
      "update webhook_delivery set attempts = 1, tried_since = now(), next_attempt_at = now() + interval '1 minute'",
    );
    expect(rowCount).toBe(1);
    expect(await deliver()).toBe(0);
    await deliver(61);
    expect(subjects()).toEqual([milestone]);
  });

  it("that takes nothing for days is disabled, its organisation is told, and on resuming it gets what waited", async () => {
    const { id } = await subscribe(MILESTONES);
    const milestone = await happen();
    answers = () => 503;
    for (let hours = 0; hours <= 24 * 6; hours += 7) await deliver(hours * 3_600);
    expect((await log())[0]).toMatchObject({ state: "DISABLED" });
    await world.publish();
    const { nodes } = await world.feed(counsellor, null, ["WEBHOOK_DISABLED"]);
    expect(nodes).toMatchObject([{ kind: "WEBHOOK_DISABLED", subjectId: id, candidate: null }]);
    received = [];
    answers = () => 200;
    await deliver(24 * 7 * 3_600);
    expect(received).toEqual([]);
    await world.change(system, "webhookResume", { webhookId: id }, "webhook { state }");
    await deliver(24 * 8 * 3_600);
    expect(subjects()).toEqual([milestone]);
  });

  it("that was paused gets afterwards what happened meanwhile, and one that was removed gets nothing", async () => {
    const { id } = await subscribe(MILESTONES);
    await world.change(system, "webhookPause", { webhookId: id }, "webhook { state }");
    const milestone = await happen();
    await deliver();
    expect(received).toEqual([]);
    await world.change(system, "webhookResume", { webhookId: id }, "webhook { state }");
    await deliver();
    expect(subjects()).toEqual([milestone]);
    await happen();
    await world.change(system, "webhookRemove", { webhookId: id }, "webhook { state }");
    await happen();
    await deliver();
    expect(received).toHaveLength(1);
    expect(await log()).toEqual([]);
  });

  it("signs with both secrets for a day after a rotation, and then with the new one alone", async () => {
    const { id, secret: old } = await subscribe(MILESTONES);
    const { secret: fresh } = await world.change(
      system,
      "webhookRotate",
      { webhookId: id },
      "webhook { secret }",
    );
    expect(fresh).not.toBe(old);
    await happen();
    await deliver();
    const [first] = received as [{ headers: Record<string, string>; body: string }];
    for (const secret of [old, fresh])
      expect(() => new Webhook(secret).verify(first.body, first.headers)).not.toThrow();
    await world.service.query("update webhook set previous_secret_until = now() - interval '1 second'");
    await happen();
    await deliver();
    const second = received[1] as { headers: Record<string, string>; body: string };
    expect(() => new Webhook(fresh).verify(second.body, second.headers)).not.toThrow();
    expect(() => new Webhook(old).verify(second.body, second.headers)).toThrow("No matching signature");
  });

  it("shows its secret once, keeps none in the database, and is its own organisation's alone", async () => {
    const { id, secret } = await subscribe();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect((await log())[0]?.secret).toBeNull();
    const { rows } = await world.service.query("select to_jsonb(webhook) as row from webhook");
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
    expect(await log(stranger)).toEqual([]);
    expect((await world.ask(counsellor, "{ webhooks { id } }")).errors?.[0]?.extensions.code).toBe(
      "FORBIDDEN",
    );
    await expect(world.change(stranger, "webhookPause", { webhookId: id }, "webhook { id }")).rejects.toThrow(
      "UNKNOWN_REFERENCE",
    );
    await expect(
      world.change(counsellor, "webhookSubscribe", { url: "https://a.example" }, "webhook { id }"),
    ).rejects.toThrow("NOT_ALLOWED");
  });

  it("gives no news that its organisation may no longer know of, and says in the log that it was withheld", async () => {
    await subscribe(["REFERRAL_SENT", "REFERRAL_MOVED"], stranger);
    const referral = await world.refer(counsellor, person, "fccq");
    await world.publish();
    await world.service.query("update referral set state = 'CANCELLED', outcome = 'x' where id = $1", [
      referral,
    ]);
    await deliver();
    expect(received).toEqual([]);
    expect((await log(stranger))[0]?.deliveries.nodes).toMatchObject([{ state: "WITHHELD", attempts: [] }]);
  });

  it("is sent a delivery again by hand", async () => {
    await subscribe(MILESTONES);
    const milestone = await happen();
    await deliver();
    const deliveryId = (await log())[0]?.deliveries.nodes[0]?.id;
    await world.change(system, "webhookDeliveryRetry", { deliveryId }, "delivery { state }");
    await deliver(1);
    expect(subjects()).toEqual([milestone, milestone]);
    await expect(
      world.change(stranger, "webhookDeliveryRetry", { deliveryId }, "delivery { state }"),
    ).rejects.toThrow("UNKNOWN_REFERENCE");
  });

  it("may be an https address on the public internet and nothing else, and not two for one address", async () => {
    const at = (url: string) => world.change(coordinator, "webhookSubscribe", { url }, "webhook { id }");
    await at("https://example.org/hook");
    for (const url of [
      "http://example.org/",
      "https://127.0.0.1/",
      "https://[::1]/",
      "https://10.1.2.3/",
      "x",
    ])
      await expect(at(url)).rejects.toThrow("INVALID_FORMAT");
    await expect(at("https://example.org/hook")).rejects.toThrow("CONFLICT");
  });
});
