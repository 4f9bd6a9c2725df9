/** One question, followed from the gateway's door to each SQL statement, in processes like those of production. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCollector, type Collector, type SpanSeen } from "../../gateway/testing/collector.ts";
import { readKeys } from "../../local/login/keys.ts";
import { requestToken } from "../../local/login/request-token.ts";
import { findPersona } from "../../local/personas.ts";
import { PARTNERS } from "../../local/start/partners.ts";
import { Processes } from "../../local/start/processes.ts";
import { ensureSecrets } from "../../local/start/secrets.ts";
import * as service from "../../local/start/services.ts";
import { openHub } from "../support/hub.ts";
import { PATIENT } from "../support/patient.ts";
import { unusedPort } from "../support/ports.ts";

const UNIFIED_VIEW = readFileSync("docs/queries/unified-view.graphql", "utf8");

let collector: Collector;
let answer: { data: unknown; errors?: unknown };
let requestId: string;
const metrics = new Map<string, string>();

beforeAll(async () => {
  const hub = await openHub();
  collector = await startCollector();
  const folder = mkdtempSync(join(tmpdir(), "continuum-trace-"));
  const processes = new Processes(join(folder, "logs"));
  const taken = new Set<number>();
  const next = async () => {
    const port = await unusedPort(taken);
    taken.add(port);
    return port;
  };
  const ports: Record<string, number> = {};
  for (const name of ["gateway", "login", ...PARTNERS]) ports[name] = await next();
  const metricsPorts: Record<string, number> = {};
  for (const name of ["gateway", ...PARTNERS]) metricsPorts[name] = await next();
  // The databases and the keys of the hub of this test run, and processes beside its own.
  const secrets = ensureSecrets(join(process.env["TEST_HUB_FOLDER"] ?? "", "hub", "secrets.json"));
  const observed = (made: service.Service): service.Service => ({
    ...made,
    env: {
      ...made.env,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
      METRICS_PORT: String(metricsPorts[made.name]),
      ...PATIENT,
      OIDC_ISSUER: hub.state.issuer,
      // One look at the list, at the start: requests are counted.
      TRUSTED_OPERATIONS_SECONDS: "86400",
    },
  });
  try {
    const all = ports as unknown as service.Ports;
    await processes.serve(
      PARTNERS.map((name) => observed(service.subgraph(name, hub.state.databaseUrls[name], all, secrets))),
    );
    const settings = { host: "127.0.0.1", port: ports["gateway"] ?? 0 };
    await processes.serve([observed(service.gateway(settings, all, secrets))]);
    const keys = await readKeys(hub.state.loginKeys);
    const persona = findPersona("counsellor@promis");
    if (!persona) throw new Error("there is no such persona");
    const token = await requestToken(hub.state.issuer, persona, keys?.clientSecrets["counsellor@promis"]);
    const response = await fetch(`http://127.0.0.1:${settings.port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: UNIFIED_VIEW, variables: { id: hub.demoCandidate } }),
    });
    requestId = response.headers.get("x-request-id") ?? "";
    answer = (await response.json()) as typeof answer;
    for (const [name, port] of Object.entries(metricsPorts))
      metrics.set(name, await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
  } finally {
    // Whoever stops sends what it has not sent yet.
    await processes.stop();
    rmSync(folder, { recursive: true });
  }
});
afterAll(() => collector.close());

const childrenOf = (span: SpanSeen | undefined) =>
  collector.spans.filter(({ parentSpanId }) => span !== undefined && parentSpanId === span.spanId);

/** Every text in an answer that could say something of a person: codes and enums are in capitals. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return /[a-z0-9]/.test(value) && value.length >= 6 ? [value] : [];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

describe("A trace of the unified view", () => {
  it("leads from the gateway to each subgraph, and from there to its statements, under the request's id", () => {
    expect(answer.errors).toBeUndefined();
    const request = collector.spans.find(
      ({ service: from, name, attributes }) =>
        from === "continuum-gateway" &&
        name === "gateway request" &&
        attributes["continuum.request_id"] === requestId,
    );
    expect(request).toBeDefined();
    const fetches = childrenOf(request).filter(({ name }) => name.startsWith("fetch "));
    expect(fetches.map(({ name }) => name).sort()).toEqual(PARTNERS.map((name) => `fetch ${name}`).sort());
    for (const fetched of fetches) {
      const [asked, ...more] = childrenOf(fetched);
      expect(more).toEqual([]);
      expect(asked).toMatchObject({ name: "subgraph request", traceId: request?.traceId });
      expect(asked?.service).toBe(`continuum-${fetched.name.slice("fetch ".length)}`);
      expect(asked?.attributes["continuum.request_id"]).toBe(requestId);
      const statements = childrenOf(asked).map(({ attributes }) => String(attributes["db.query.text"]));
      expect(statements.some((text) => /\bselect\b[^]*\bfrom\b/i.test(text))).toBe(true);
    }
  });

  it("holds nothing of the person: no name, no id, no address, no word that the answer holds", () => {
    const texts = [...new Set(textsIn(answer.data))];
    expect(texts.length).toBeGreaterThan(30);
    const sent = collector.text();
    expect(texts.filter((text) => sent.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
    expect(sent).not.toContain("counsellor@promis");
  });

  it("is beside metrics of every process, which tell what waits in its database and hold no person either", () => {
    for (const name of PARTNERS) {
      const text = metrics.get(name) ?? "";
      expect(text).toMatch(
        // The gateway has read the list of trusted operations when it started.
        new RegExp(
          `continuum_subgraph_request_seconds_count{process="${name}",status="200"} ${name === "registry" ? 2 : 1}`,
        ),
      );
      expect(text).toMatch(/continuum_database_connections{state="open",process="\w+"} [1-9]/);
      expect(text).toMatch(/continuum_backlog_unreadable_total{process="\w+"} 0/);
      expect(text).toContain(name === "registry" ? `backlog="disclosures"` : `backlog="milestones"`);
    }
    expect(metrics.get("gateway")).toMatch(
      /continuum_operation_seconds_count{process="gateway",operation="UnifiedView",kind="query",outcome="whole"} 1/,
    );
  });
});
