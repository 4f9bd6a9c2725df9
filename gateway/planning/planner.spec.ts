/** Plans are made beside the requests, and given up when they take too long. */
import type { Log } from "../../platform/log.ts";
import { composeSupergraph, SDL } from "../testing/subgraphs.ts";
import { Planner } from "./planner.ts";

const warned: unknown[] = [];
const planner = new Planner({
  config: { debug: { maxEvaluatedPlans: 1_000 } },
  time: 1_000,
  log: { warn: (message: unknown) => warned.push(message) } as unknown as Log,
});
beforeAll(() => planner.useSupergraph(composeSupergraph()));
afterAll(() => planner.close());

const plan = (source: string, operationName?: string) =>
  planner.plan(`${source}:${operationName}`, { source, operationName });

/** Fragments that double and double again: a million fields that no limit was asked about. */
const BOMB = `{ candidates { ...F0 } } ${Array.from(
  { length: 20 },
  (_, level) =>
    `fragment F${level} on Candidate { ...F${level + 1} ... on Candidate { a${level}: name ...F${level + 1} } }`,
).join(" ")} fragment F20 on Candidate { matching relocation }`;

it("makes a plan once for all who ask for it at the same time", async () => {
  const view = "query View { candidates { name matching } }";
  const [first, second] = await Promise.all([plan(view), plan(view)]);
  expect(first).toMatchObject({ kind: "QueryPlan", node: { kind: "Sequence" } });
  expect(second).toBe(first);
  expect(await plan(view, "View")).toEqual(first);
  expect(planner.state).toEqual({ waiting: 0 });
});

it("leaves to the gateway what it cannot plan", async () => {
  expect(await plan("query { thereIsNoSuchField }")).toBeUndefined();
});

it("gives up what takes too long, at once when it comes again, and goes on with the others", async () => {
  const modest = "query Modest { candidates { id relocation } }";
  const bomb = plan(BOMB);
  const other = plan(modest);
  await expect(bomb).rejects.toMatchObject({ extensions: { code: "PLANNING_TOO_LONG" } });
  await expect(plan(BOMB)).rejects.toMatchObject({ extensions: { code: "PLANNING_TOO_LONG" } });
  // It waited for a turn that did not come, or for the next thread.
  await other.catch((error: unknown) => expect(error).toMatchObject({ extensions: { code: "OVERLOADED" } }));
  await expect(plan(modest)).resolves.toMatchObject({ kind: "QueryPlan" });
});

it("plans for the supergraph that is in use, also what was waiting when it was replaced", async () => {
  const later = "query Later { candidates { id added } }";
  const waiting = plan("query Waiting { candidates { name id } }");
  planner.useSupergraph(
    composeSupergraph({ registry: SDL.registry.replace("name: String", "name: String added: String") }),
  );
  await expect(waiting).resolves.toMatchObject({ kind: "QueryPlan" });
  await expect(plan(later)).resolves.toMatchObject({ kind: "QueryPlan" });
});

it("leaves planning to the gateway when its thread cannot begin", async () => {
  const without = new Planner({
    config: {},
    time: 1_000,
    log: { warn: (message: unknown) => warned.push(message) } as unknown as Log,
  });
  without.useSupergraph("this is no supergraph");
  expect(
    await without.plan("key", { source: "{ candidates { id } }", operationName: undefined }),
  ).toBeUndefined();
  expect(warned).toEqual([expect.stringMatching(/could not be started/)]);
});
