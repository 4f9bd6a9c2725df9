/** What whoever runs the gateway sees of it: traces, metrics and the log of slow operations. */
import type { ServerResponse } from "node:http";
import { startCollector, type Collector } from "../testing/collector.ts";
import { startHub, type TestHub } from "../testing/hub.ts";
import { until } from "../testing/until.ts";
import { planText } from "./plan-text.ts";

const VIEW = `query Find { candidate(id: "Jean-Tremblay") { id name matching relocation } }`;

let collector: Collector;
let hub: TestHub;
const lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  collector = await startCollector();
  hub = await startHub({
    subgraphTimeout: 30_000,
    turns: { all: 256, perClient: 2, waitingPerClient: 64, patience: 30_000 },
    observing: {
      metricsPort: 0,
      countedOperations: ["Find"],
      tracing: { endpoint: collector.endpoint, ratio: 1 },
      slowFrom: 1,
    },
  });
  const { log } = hub.gateway.app;
  log.warn = ((line: Record<string, unknown>, message: string) => lines.push({ ...line, message })) as never;
});
afterAll(async () => {
  await hub.close();
  await collector.close();
});

async function metrics(): Promise<string> {
  return (await fetch(`http://127.0.0.1:${hub.gateway.metricsPort}/metrics`)).text();
}

it("counts operations by the names it is told, and all others as other", async () => {
  await hub.ask(VIEW);
  await hub.ask(VIEW);
  await hub.ask(`query SomethingElse { candidates { id } }`);
  const text = await metrics();
  expect(text).toMatch(
    /continuum_operation_seconds_count{process="gateway",operation="Find",kind="query",outcome="whole"} 2/,
  );
  expect(text).toMatch(
    /continuum_operation_seconds_count{process="gateway",operation="other",kind="query",outcome="whole"} 1/,
  );
  expect(text).not.toContain("SomethingElse");
  expect(text).toMatch(/continuum_plans_total{cache="miss",process="gateway"} 2/);
  expect(text).toMatch(/continuum_plans_total{cache="hit",process="gateway"} 1/);
  expect(text).toMatch(/continuum_plan_cache_plans{process="gateway"} 2/);
  expect(text).toMatch(/continuum_subgraph_fetch_seconds_count{process="gateway",subgraph="registry"} 3/);
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds/);
});

it("counts refusals, and what a partner that is down costs, by their codes; and shows its breaker", async () => {
  await hub.ask(VIEW, {});
  hub.subgraphs.eer.instead = { status: 500, type: "text/plain", body: "no" };
  for (let times = 0; times < 5; times += 1) await hub.ask(VIEW);
  hub.subgraphs.eer.instead = undefined;
  const text = await metrics();
  expect(text).toMatch(/continuum_refusals_total{code="UNAUTHENTICATED",process="gateway"} 1/);
  expect(text).toMatch(
    /continuum_errors_total{code="SUBGRAPH_UNAVAILABLE",subgraph="eer",process="gateway"} 5/,
  );
  expect(text).toMatch(/continuum_subgraph_failures_total{subgraph="eer",reason="HTTP_500"/);
  expect(text).toMatch(/continuum_breaker_state{subgraph="registry",address="[^"]+",process="gateway"} 0/);
  expect(text).toMatch(/continuum_breaker_state{subgraph="eer",address="[^"]+",process="gateway"} [012]/);
});

it("logs a slow operation with its subgraphs and its plan, and no value of the caller's", () => {
  const slow = lines.filter(({ message }) => message === "slow operation");
  expect(slow.length).toBeGreaterThan(0);
  expect(slow[0]).toEqual({
    message: "slow operation",
    request: expect.stringMatching(/^[0-9a-f-]{36}$/),
    operation: "Find",
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    ms: expect.any(Number),
    outcome: "whole",
    fetches: expect.arrayContaining([
      { subgraph: "registry", at: expect.any(Number), ms: expect.any(Number) },
      { subgraph: "fccq", at: expect.any(Number), ms: expect.any(Number) },
    ]),
    plan: expect.stringMatching(/^sequence\(fetch\(registry: .*parallel\(/),
  });
  expect(JSON.stringify(slow)).not.toContain("Tremblay");
});

it("leaves text and numbers out of a plan, and keeps its shape", () => {
  const operation = `{ people(name: "Jean", born: 1990, weight: 1.5, order: [NAME], deep: {city: "Alma"}) { id } }`;
  const node = { kind: "Fetch", serviceName: "registry", operation } as never;
  expect(planText({ kind: "QueryPlan", node })).toBe(
    `fetch(registry: {people(name:"" born:0 weight:0.0 order:[NAME]deep:{city:""}){id}})`,
  );
});

it("tells how many operations run and wait, and how many of one client", async () => {
  for (const state of ["running", "waiting", "longest line"])
    expect(await metrics()).toContain(`continuum_turns{state="${state}",process="gateway"} 0`);
  const held: ServerResponse[] = [];
  hub.subgraphs.registry.onRequest = (response) => held.push(response) > 0;
  // Each its own document: identical reads would be answered once.
  const answers = ["one", "two", "three"].map((each) => hub.ask(`${VIEW} # ${each}`));
  const shown = ["running 2", "waiting 1", "longest line 1"].map((text) =>
    text.replace(/^(.*) (\d)$/, 'continuum_turns{state="$1",process="gateway"} $2'),
  );
  await until("two run and one waits", async () => {
    const text = await metrics();
    return shown.every((line) => text.includes(line));
  });
  hub.subgraphs.registry.onRequest = () => false;
  for (const response of held) response.writeHead(500).end();
  await Promise.all(answers);
});

it("sends a trace of the request, its plan and each question to a subgraph, with the request's id and no person", async () => {
  let headers = new Headers();
  await until("all subgraphs answer again", async () => {
    const answer = await hub.ask(VIEW);
    headers = answer.headers;
    return answer.errors === undefined;
  });
  await hub.gateway.stop();
  const request = collector.spans.find(
    ({ name, attributes }) =>
      name === "gateway request" && attributes["continuum.request_id"] === headers.get("x-request-id"),
  );
  expect(request?.attributes).toMatchObject({
    "graphql.operation.name": "Find",
    "continuum.outcome": "whole",
  });
  const children = collector.spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
  expect(children.map(({ name }) => name).sort()).toEqual([
    "fetch eer",
    "fetch fccq",
    "fetch registry",
    "plan",
  ]);
  const asked = hub.subgraphs.registry.calls.at(-1)?.headers["traceparent"];
  expect(asked).toMatch(new RegExp(`^00-${request?.traceId}-[0-9a-f]{16}-01$`));
  expect(collector.text()).not.toMatch(/Tremblay|counsellor@promis|Amina/);
});
