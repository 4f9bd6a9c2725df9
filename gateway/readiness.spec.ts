/** What a load balancer and an operator hear. */
import type { ServerResponse } from "node:http";
import { startHub, type TestHub } from "./testing/hub.ts";
import { until } from "./testing/until.ts";

let hub: TestHub;
beforeEach(async () => {
  hub = await startHub();
});
afterEach(() => hub.close());

const health = async (path: string) => {
  const response = await fetch(`${hub.url}/health/${path}`);
  return { status: response.status, body: (await response.json()) as unknown };
};

it("is ready when every subgraph is", async () => {
  expect(await health("ready")).toEqual({ status: 200, body: { ready: true } });
});

it("names the partners that are not ready, and serves all the same: only their sections are missing", async () => {
  hub.subgraphs.eer.ready = false;
  await hub.subgraphs.fccq.close();
  expect(await health("ready")).toEqual({ status: 200, body: { ready: true, notReady: ["fccq", "eer"] } });
});

it("is not ready without the registry, stays alive, and is ready again with it", async () => {
  hub.subgraphs.registry.ready = false;
  expect(await health("ready")).toEqual({ status: 503, body: { ready: false, notReady: ["registry"] } });
  expect(await health("live")).toEqual({ status: 200, body: { live: true } });
  hub.subgraphs.registry.ready = true;
  await until("the gateway is ready", async () => (await health("ready")).status === 200);
});

it("names a partner that was given up, until a question to it is answered again", async () => {
  hub.subgraphs.eer.instead = { status: 500, type: "text/plain", body: "" };
  for (let time = 0; time < 3; time += 1) await hub.ask(`{ candidate(id: "a") { relocation } }`);
  hub.subgraphs.eer.ready = false;
  await until("it is named", () => isNamed("eer"));
  hub.subgraphs.eer.instead = undefined;
  hub.subgraphs.eer.ready = true;
  await until("it is no longer named", async () => {
    await hub.ask(`{ candidate(id: "a") { relocation } }`);
    return !(await isNamed("eer"));
  });
});

const isNamed = async (subgraph: string) =>
  ((await health("ready")).body as { notReady?: string[] }).notReady?.includes(subgraph) ?? false;

it("lets the requests under way finish when it stops", async () => {
  const held: ServerResponse[] = [];
  hub.subgraphs.eer.onRequest = (response) => held.push(response) > 0;
  const asked = hub.ask(`{ candidate(id: "a") { relocation } }`);
  await until("the partner is asked", () => held.length > 0);
  const stopped = hub.gateway.stop();
  await until("nobody else is let in", async () => {
    const answer = await fetch(`${hub.url}/health/live`).catch(() => null);
    return answer === null;
  });
  const late = `{"data":{"_entities":[{"__typename":"Candidate","relocation":"late"}]}}`;
  for (const response of held) response.writeHead(200, { "content-type": "application/json" }).end(late);
  expect((await asked).data).toEqual({ candidate: { relocation: "late" } });
  await stopped;
});

it("says that it is not ready and serves on for a while before it stops, and asks all to go elsewhere", async () => {
  const slow = await startHub({ stopDelay: 3_000 });
  // What is planned, and known of the issuer, is there when time counts.
  await slow.ask(`{ candidate(id: "a") { name } }`);
  const stopped = slow.gateway.stop();
  const response = await fetch(`${slow.url}/health/ready`);
  expect([response.status, await response.json()]).toEqual([503, { ready: false, notReady: ["stopping"] }]);
  expect((await slow.ask(`{ candidate(id: "a") { name } }`)).data).toEqual({ candidate: { name: "Amina" } });
  const asked = await slow.ask(`{ candidate(id: "a") { name } }`);
  expect(asked.headers.get("connection")).toBe("close");
  await stopped;
  await slow.close();
});
