/** The plans of trusted operations are there before they are first asked for. */
import { createHash } from "node:crypto";
import type { Log } from "../../platform/log.ts";
import { startHub, type TestHub } from "../testing/hub.ts";
import { composeSupergraph, SDL, TRUSTED } from "../testing/subgraphs.ts";
import { until } from "../testing/until.ts";
import { writeFile } from "node:fs/promises";
import { Warmer } from "./warm.ts";

const VIEW = `query View($id: ID!, $stage: Stage!, $filter: Filter!) {
  candidate(id: $id) { name matching relocation } count(stage: $stage, filter: $filter) }`;
const NOTE = "mutation Note($text: String!) { note(text: $text) }";
const GONE = "query Gone { thereIsNoSuchField }";
const VARIABLES = { id: "a", stage: "MATCHING", filter: {} };
const idOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const register = (document: string) =>
  TRUSTED.push({ clientId: "system@mifi", documentId: idOf(document), document, retiredAt: null });

let hub: TestHub;
beforeAll(async () => {
  for (const document of [VIEW, NOTE, GONE]) register(document);
  hub = await startHub({
    trustedEvery: 0,
    observing: { metricsPort: 0, countedOperations: [], tracing: undefined, slowFrom: 0 },
  });
});
afterAll(() => hub.close());

async function ask(body: object): Promise<number> {
  const { status } = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${await hub.issuer.token({ claims: { client_id: "system@mifi", roles: ["SYSTEM"] } })}`,
    },
    body: JSON.stringify(body),
  });
  return status;
}

/** Plans that were made while somebody waited, plans that were found, and plans that are kept. */
async function plans() {
  const text = await (await fetch(`http://127.0.0.1:${hub.gateway.metricsPort}/metrics`)).text();
  const read = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);
  return {
    made: read(/continuum_plans_total{cache="miss",process="gateway"} (\d+)/),
    found: read(/continuum_plans_total{cache="hit",process="gateway"} (\d+)/),
    kept: read(/continuum_plan_cache_plans{process="gateway"} (\d+)/),
    text,
  };
}

it("finds the plans at the first call after a start, by the name of the operation or without, and asked nobody for them", async () => {
  expect(Object.values(hub.subgraphs).flatMap(({ calls }) => calls)).toEqual([]);
  const before = await plans();
  expect(before).toMatchObject({ made: 0, found: 0 });
  expect(await ask({ documentId: idOf(VIEW), variables: VARIABLES })).toBe(200);
  expect(await ask({ documentId: idOf(VIEW), operationName: "View", variables: VARIABLES })).toBe(200);
  expect(await ask({ documentId: idOf(NOTE), variables: { text: "x" } })).toBe(200);
  expect(await plans()).toMatchObject({ made: 0, found: 3, kept: before.kept });
});

it("counts registered operations by their names, and others of the same name as other", async () => {
  await hub.ask("query View { candidates { id } }");
  const { text } = await plans();
  expect(text).toMatch(/operation="View",kind="query",outcome="whole"} 2/);
  expect(text).toMatch(/operation="Note",kind="mutation",outcome="whole"} 1/);
  expect(text).toMatch(/operation="other",kind="query",outcome="whole"} 1/);
});

it("makes the plan of an operation that was registered meanwhile, and all of them again for a new supergraph", async () => {
  const [later, last] = ["query Later { candidates { name } }", "query Last { candidates { id name } }"];
  const { kept } = await plans();
  await hub.ask(`mutation { trustedOperationRegister(clientId: "system@mifi", document: "${later}") }`);
  // Beside its own two, that of the mutation.
  await until("the plans of the new operation are kept", async () => (await plans()).kept === kept + 3);
  const { made } = await plans();
  expect(await ask({ documentId: idOf(later) })).toBe(200);
  // Through another gateway: this one learns of it when a system calls.
  register(last);
  await ask({ documentId: idOf(NOTE), variables: { text: "x" } });
  await until("the plans of the last operation are kept", async () => (await plans()).kept === kept + 5);
  await writeFile(
    hub.supergraphPath,
    composeSupergraph({ registry: SDL.registry.replace("type Mutation {", "type Mutation { other: Int") }),
  );
  // Two for each; what only people asked is planned when it is asked again.
  await until("the plans are made again", async () => (await plans()).kept === 8);
  expect(await ask({ documentId: idOf(last) })).toBe(200);
  expect((await plans()).made).toBe(made);
});

it("says which operation cannot be planned, goes on with the next, and makes none twice", async () => {
  const [played, warned]: [string[], unknown[]] = [[], []];
  const warmer = new Warmer({
    rehearse: async (document) => {
      played.push(document);
      if (document === "bad") throw new Error("GRAPHQL_VALIDATION_FAILED");
    },
    isBusy: () => true,
    log: { warn: (line: unknown) => warned.push(line) } as unknown as Log,
  });
  const documents = new Map(["good", "bad", "better"].map((text) => [idOf(text), text]));
  warmer.want(documents);
  await warmer.settled(60_000);
  warmer.want(documents);
  await warmer.settled(60_000);
  expect(played).toEqual(["good", "bad", "better"]);
  expect(warned).toEqual([{ document: idOf("bad"), reason: "GRAPHQL_VALIDATION_FAILED" }]);
});

it("rehearses so many and no more, and stops when it is told to", async () => {
  let played = 0;
  const log = { warn: () => undefined } as unknown as Log;
  const many = new Map(Array.from({ length: 700 }, (_, index) => [String(index), ""]));
  const warmer = new Warmer({ rehearse: async () => void (played += 1), isBusy: () => false, log });
  warmer.want(many);
  await warmer.settled(60_000);
  expect(played).toBe(500);
  // When those are retired, there is room for others.
  warmer.want(new Map([["later", ""]]));
  await warmer.settled(60_000);
  expect(played).toBe(501);
  const stopped: Warmer = new Warmer({
    rehearse: async () => {
      played += 1;
      stopped.stop();
    },
    isBusy: () => false,
    log,
  });
  stopped.want(many);
  await stopped.settled(60_000);
  expect(played).toBe(502);
});

it("starts and serves when the registry does not say what is registered", async () => {
  hub.subgraphs.registry.instead = { status: 500, type: "text/plain", body: "" };
  const blind = await hub.another();
  hub.subgraphs.registry.instead = undefined;
  expect((await fetch(`${blind.url}/health/ready`)).status).toBe(200);
  await blind.stop();
});
