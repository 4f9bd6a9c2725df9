/** A caller without introspection learns no name of the graph from what it gets wrong. */
import { startHub, type TestHub } from "./testing/hub.ts";

let closed: TestHub;
let open: TestHub;
beforeAll(async () => {
  closed = await startHub();
  open = await startHub({ introspection: true });
});
afterAll(() => Promise.all([closed.close(), open.close()]));

it.each([
  ["a field", `{ candidate(id: "a") { nam } }`, /Did you mean "name"/],
  ["a root field", "{ candidat }", /Did you mean "candidate"/],
  ["an argument", `{ candidate(idd: "a") { name } }`, /Did you mean "id"/],
  ["a type", "query ($x: Strin) { __typename }", /Did you mean "String"/],
  ["a type of a fragment", "{ ...F } fragment F on Candidat { id }", /Did you mean "Candidate"/],
  ["a mutation", `mutation { not(text: "x") }`, /Did you mean "note"/],
  ["a fragment's field", `{ candidates { ... on Candidate { relocatio } } }`, /Did you mean "relocation"/],
  ["an enum's value", "{ count(stage: MATCHIN) }", /Did you mean the enum value "MATCHING"/],
  ["an input's field", `{ count(filter: { secto: "51" }) }`, /Did you mean "sector"/],
  [
    "a value deep in an input",
    "{ count(filter: { stage: SETTLEMEN }) }",
    /Did you mean the enum value "SETTLEMENT"/,
  ],
  ["a directive's argument", `{ __typename @skip(iff: true) }`, /Did you mean "if"/],
])("about %s", async (_what, query, suggestion) => {
  expect((await open.ask(query)).text.replaceAll("\\", "")).toMatch(suggestion);
  const { text, status } = await closed.ask(query);
  expect(status).toBe(400);
  expect(text).not.toMatch(/did you mean/i);
});

it.each([
  ["an enum's value", "query ($v: Stage) { count(stage: $v) }", "MATCHIN"],
  ["an input's field", "query ($v: Filter) { count(filter: $v) }", { secto: "51" }],
  ["a value deep in an input", "query ($v: Filter) { count(filter: $v) }", { stage: "SETTLEMEN" }],
])("about %s in the variables", async (_what, query, v) => {
  const ask = async (hub: TestHub) => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await hub.issuer.token()}`,
      },
      body: JSON.stringify({ query, variables: { v } }),
    });
    return response.text();
  };
  expect(await ask(open)).toMatch(/did you mean/i);
  const text = await ask(closed);
  expect(text).toContain("BAD_USER_INPUT");
  expect(text).not.toMatch(/did you mean|MATCHING|SETTLEMENT|sector/i);
});
