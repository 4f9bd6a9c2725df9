/** What the registry's process does by itself: news go out as they happen, whatever fails on the way. */
import "reflect-metadata";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { startPublisher } from "../../subgraphs/registry/store/news-publisher.ts";
import { startDeliverer } from "../../subgraphs/registry/store/webhook-deliverer.ts";
import { until } from "../support/background.ts";
import {
  counsellor,
  openNewsWorld,
  REGISTRY_SETTINGS,
  type NewsWorld,
  type Person,
} from "../support/news.ts";
import { viewer } from "../support/subgraph.ts";

const system = viewer("promis", "SYSTEM");
const log = { error: () => undefined, warn: () => undefined } as never;

let world: NewsWorld;
let person: Person;
let receiver: Server;
let host: string;
let taken: string[] = [];
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      // One address never answers.
      if (request.url === "/silent") return;
      taken.push((JSON.parse(body) as { data: { subjectId: string } }).data.subjectId);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  world = await openNewsWorld({ WEBHOOK_ALLOWED_HOSTS: host });
  person = await world.register(counsellor);
  await world.publish();
});

beforeEach(() => {
  taken = [];
});

afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await world.close();
});

function subscribe(path: string) {
  const input = { url: `http://${host}${path}`, kinds: ["MILESTONE_REPORTED"] };
  return world.change(system, "webhookSubscribe", input, "webhook { id }");
}

/** As many processes as are asked for. */
function start(processes = 1): void {
  const url = (world.hub.database.options as { url: string }).url;
  const settings = { key: REGISTRY_SETTINGS.WEBHOOK_KEY, allowedHosts: [host], seconds: 0.05 };
  for (let process = 0; process < processes; process += 1)
    stops.push(startPublisher(url, 0.05, log), startDeliverer(url, settings, log));
}

afterEach(async () => {
  // What never answers is not waited for longer than its connection lasts.
  const stopped = Promise.all(stops.splice(0).map((stop) => stop()));
  receiver.closeAllConnections();
  await stopped;
});

const report = () => world.report(counsellor, person, "COUNSELLOR_ASSIGNED");

describe("A registry that serves", () => {
  it("sends what happens, once from several processes, and is not held up by an address that never answers", async () => {
    await subscribe("/silent");
    await subscribe("/hook");
    start(3);
    const reported: string[] = [];
    for (let number = 0; number < 30; number += 1) reported.push(await report());
    await until(() => taken.length >= reported.length);
    expect(taken.sort()).toEqual(reported.sort());
  });

  it("goes on when its connections to the database were cut, and loses nothing", async () => {
    start();
    const reported: string[] = [];
    for (let number = 0; number < 6; number += 1) {
      reported.push(await report());
      await world.service.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
           and application_name = 'continuum news'`,
      );
    }
    await until(() => reported.every((each) => taken.includes(each)));
  });
});
