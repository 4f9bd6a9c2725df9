/** Identical reads in flight: asked of the subgraphs once, for as long as somebody waits. */
import type { ServerResponse } from "node:http";
import { startHub, type Answer, type TestHub } from "../testing/hub.ts";
import { until } from "../testing/until.ts";
import { SharedReads } from "./shared-reads.ts";

describe("two callers of the same work", () => {
  const forever = (signal: AbortSignal) =>
    new Promise<string>((_, reject) => signal.addEventListener("abort", () => reject(new Error("given up"))));

  it("lets one go away without ending it for the other, and ends it when both have", async () => {
    const reads = new SharedReads<string>();
    const [one, other] = [new AbortController(), new AbortController()];
    let given: AbortSignal | undefined;
    const work = (signal: AbortSignal) => forever((given = signal));
    const both = [reads.join("same", one.signal, work), reads.join("same", other.signal, work)];
    const ends = Promise.allSettled(both);
    one.abort();
    expect(given?.aborted).toBe(false);
    other.abort();
    expect(given?.aborted).toBe(true);
    expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  it("begins anew once it is answered, and once it is given up", async () => {
    const reads = new SharedReads<number>();
    const { signal } = new AbortController();
    let begun = 0;
    const work = async () => (begun += 1);
    const next = async () => (await reads.join("same", signal, work)).answer;
    expect(await next()).toBe(1);
    expect(await next()).toBe(2);
    const gone = new AbortController();
    const left = reads.join("same", gone.signal, () => new Promise<number>(() => undefined));
    gone.abort();
    expect(await next()).toBe(3);
    expect(await Promise.race([left, "still under way"])).toBe("still under way");
  });
});

describe("requests at the gateway", () => {
  const READ = `query Same { candidate(id: "a") { name } }`;
  const held: ServerResponse[] = [];
  let hub: TestHub;
  let headers: Record<string, string>;
  beforeAll(async () => {
    hub = await startHub({
      observing: { metricsPort: 0, countedOperations: ["Same"], tracing: undefined, slowFrom: 0 },
    });
    headers = { authorization: `Bearer ${await hub.issuer.token()}` };
  });
  afterAll(() => hub.close());

  /** Asks in turn while the registry holds its answers back; tells how often it was asked, and what was answered. */
  async function askTogether(
    asked: readonly { query?: string; headers: Record<string, string> }[],
    atLeast: number,
  ): Promise<{ times: number; data: unknown[] }> {
    const { registry } = hub.subgraphs;
    registry.calls.length = 0;
    registry.onRequest = (response) => held.push(response) > 0;
    let arrived = 0;
    const count = () => (arrived += 1);
    hub.gateway.app.server.on("request", count);
    const answers: Promise<Answer>[] = [];
    for (const { query = READ, headers: own } of asked) {
      answers.push(hub.ask(query, own));
      await until("the request arrives", () => arrived === answers.length);
    }
    await until("the registry is asked", () => held.length >= atLeast);
    delete registry.onRequest;
    // What is asked last and answered shows that those before it have come as far.
    await hub.ask(`{ count }`, headers);
    const body = JSON.stringify({ data: { candidate: { id: "a", name: "Amina" }, note: "a" } });
    for (const response of held.splice(0))
      response.writeHead(200, { "content-type": "application/json" }).end(body);
    hub.gateway.app.server.off("request", count);
    const data = (await Promise.all(answers)).map((answer) => answer.data);
    return { times: registry.calls.filter(({ operation }) => !operation.includes("count")).length, data };
  }

  it("asks once for a viewer who asks the same twice, and answers both", async () => {
    const { times, data } = await askTogether([{ headers }, { headers }], 1);
    expect(times).toBe(1);
    expect(data).toEqual([{ candidate: { name: "Amina" } }, { candidate: { name: "Amina" } }]);
    const metrics = await (await fetch(`http://127.0.0.1:${hub.gateway.metricsPort}/metrics`)).text();
    // Both are counted: the one that was carried out, and the one that was answered with it.
    expect(metrics).toMatch(/continuum_operation_seconds_count{[^}]*operation="Same"[^}]*outcome="whole"} 1/);
    expect(metrics).toMatch(/continuum_joined_operations_total{operation="Same",outcome="whole"[^}]*} 1/);
  });

  it("asks for each of two people, and for each purpose of one", async () => {
    const token = await hub.issuer.token({ claims: { sub: "somebody@promis" } });
    const other = { authorization: `Bearer ${token}` };
    expect((await askTogether([{ headers }, { headers: other }], 2)).times).toBe(2);
    const coordinating = { ...headers, "continuum-purpose": "COORDINATION" };
    expect((await askTogether([{ headers }, { headers: coordinating }], 2)).times).toBe(2);
  });

  it("asks for each request that brings an id of its own: its looks are found under it", async () => {
    const own = { ...headers, "x-request-id": "0190a000-0000-7000-8000-000000000001" };
    expect((await askTogether([{ headers }, { headers: own }], 2)).times).toBe(2);
  });

  it("makes every change that is asked for, however alike", async () => {
    const query = `mutation { note(text: "a") }`;
    expect(
      (
        await askTogether(
          [
            { query, headers },
            { query, headers },
          ],
          2,
        )
      ).times,
    ).toBe(2);
  });
});
