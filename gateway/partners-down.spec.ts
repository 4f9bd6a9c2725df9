/** A partner that is down, slow or broken costs its own part of the answer, and says so. */
import { startHub, type TestHub } from "./testing/hub.ts";

const VIEW = `{ candidate(id: "a") { id name matching relocation } }`;

let hub: TestHub;
beforeEach(async () => {
  hub = await startHub();
});
afterEach(() => hub.close());

const missing = (subgraph: string, path: (string | number)[]) =>
  expect.objectContaining({ path, extensions: { code: "SUBGRAPH_UNAVAILABLE", subgraph } });

it("answers everything when everybody is there", async () => {
  const { data, errors, status } = await hub.ask(VIEW);
  expect(status).toBe(200);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    candidate: { id: "a", name: "Amina", matching: "grant-for-a", relocation: "plan-of-a" },
  });
});

it("leaves out only the section of a partner whose server is gone, and names the partner", async () => {
  await hub.subgraphs.fccq.close();
  const { data, errors, status } = await hub.ask(`{ candidate(id: "a") { id name matching } }`);
  expect(status).toBe(200);
  expect(data).toEqual({ candidate: { id: "a", name: "Amina", matching: null } });
  expect(errors).toEqual([missing("fccq", ["candidate", "matching"])]);
});

it("keeps what the other partners answered", async () => {
  await hub.subgraphs.fccq.close();
  const { data, errors } = await hub.ask(VIEW);
  expect(data).toMatchObject({ candidate: { name: "Amina", matching: null, relocation: "plan-of-a" } });
  expect(errors).toEqual([missing("fccq", ["candidate", "matching"])]);
});

it("says for each candidate of a list that its section is missing", async () => {
  await hub.subgraphs.fccq.close();
  const { data, errors } = await hub.ask(`{ candidates { id matching } }`);
  expect(data).toEqual({
    candidates: [
      { id: "a", matching: null },
      { id: "b", matching: null },
    ],
  });
  expect(errors).toEqual([
    missing("fccq", ["candidates", 0, "matching"]),
    missing("fccq", ["candidates", 1, "matching"]),
  ]);
});

it.each([
  ["a server error", { status: 500, type: "application/json", body: `{"data":{}}` }],
  ["a page instead of data", { status: 200, type: "text/html", body: "<h1>Amina's file</h1>" }],
  ["broken JSON", { status: 200, type: "application/json", body: `{"data":` }],
  ["JSON that is no answer", { status: 200, type: "application/json", body: `[1]` }],
  ["nothing", { status: 200, type: "application/json", body: `{}` }],
  [
    "errors in no known shape",
    { status: 200, type: "application/json", body: `{"data":{},"errors":["secret"]}` },
  ],
  ["too few entities", { status: 200, type: "application/json", body: `{"data":{"_entities":[]}}` }],
  [
    "a refused passport",
    { status: 401, type: "application/json", body: `{"errors":[{"message":"secret"}]}` },
  ],
  ["nothing in time", { status: 200, type: "application/json", body: `{"data":null}`, delay: 1_500 }],
])("treats %s like a partner that is down, and passes on nothing of it", async (_what, instead) => {
  hub.subgraphs.fccq.instead = instead;
  const { data, errors, text } = await hub.ask(VIEW);
  expect(data).toMatchObject({ candidate: { name: "Amina", matching: null, relocation: "plan-of-a" } });
  expect(errors).toEqual([missing("fccq", ["candidate", "matching"])]);
  expect(text).not.toMatch(/secret|file</);
});

it("recovers as soon as the partner does", async () => {
  hub.subgraphs.fccq.instead = { status: 503, type: "text/plain", body: "down" };
  expect((await hub.ask(VIEW)).errors).toHaveLength(1);
  hub.subgraphs.fccq.instead = undefined;
  expect((await hub.ask(VIEW)).errors).toBeUndefined();
});

it("never shows the hidden grant, even when the registry that mints it is down", async () => {
  await hub.subgraphs.registry.close();
  const { data, errors, text } = await hub.ask(VIEW);
  expect(data).toEqual({ candidate: null });
  expect(errors).toEqual([missing("registry", ["candidate"])]);
  expect(text).not.toContain("matchingGrant");
});
