/** What a load balancer and an operator hear. */
import { startHub, type TestHub } from "./testing/hub.ts";

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

it("names those that are not ready, and stays alive", async () => {
  hub.subgraphs.eer.ready = false;
  await hub.subgraphs.fccq.close();
  expect(await health("ready")).toEqual({ status: 503, body: { ready: false, notReady: ["fccq", "eer"] } });
  expect(await health("live")).toEqual({ status: 200, body: { live: true } });
});

it("is ready again when they are", async () => {
  hub.subgraphs.eer.ready = false;
  expect((await health("ready")).status).toBe(503);
  hub.subgraphs.eer.ready = true;
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect((await health("ready")).status).toBe(200);
});

it("lets the requests under way finish when it stops", async () => {
  hub.subgraphs.eer.instead = {
    status: 200,
    type: "application/json",
    body: `{"data":{"_entities":[{"__typename":"Candidate","relocation":"late"}]}}`,
    delay: 500,
  };
  const asked = hub.ask(`{ candidate(id: "a") { relocation } }`);
  await new Promise((resolve) => setTimeout(resolve, 150));
  const stopped = hub.gateway.stop();
  expect((await asked).data).toEqual({ candidate: { relocation: "late" } });
  await stopped;
  await expect(fetch(`${hub.url}/health/live`)).rejects.toThrow();
});
