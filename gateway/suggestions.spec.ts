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
  ["a directive's argument", `{ __typename @skip(iff: true) }`, /Did you mean "if"/],
])("about %s", async (_what, query, suggestion) => {
  expect((await open.ask(query)).text.replaceAll("\\", "")).toMatch(suggestion);
  const { text, status } = await closed.ask(query);
  expect(status).toBe(400);
  expect(text).not.toMatch(/did you mean/i);
});
