/** What every change of the regional partners has in common: made once, by the right people, on their own things. */
import { randomUUID } from "node:crypto";
import { caseChanges, type ChangeExample, type Input } from "../support/regional-case-changes.ts";
import { communityChanges } from "../support/regional-community-changes.ts";
import { viewer } from "../support/subgraph.ts";
import {
  counsellor,
  neighbour,
  openRegionalWorld,
  professional,
  type RegionalWorld,
} from "../support/regional-world.ts";

let world: RegionalWorld;
let changes: Record<string, ChangeExample>;

beforeAll(async () => {
  world = await openRegionalWorld();
  changes = { ...caseChanges(world), ...communityChanges(world) };
});

afterAll(() => world.close());

const names = Object.keys({ ...caseChanges({} as never), ...communityChanges({} as never) });

/** Of most things a change is asked for once: what follows it finds them in another state. */
const REPEATABLE = [
  "welcomeCaseOpen",
  "welcomeCaseAssign",
  "welcomeArrivalPlan",
  "welcomeStepRecord",
  "capacitySet",
  "regionProfileWrite",
  "regionalServiceAdd",
  "regionalVideoPublish",
  "visitHostRegister",
  "visitHostName",
  "visitPlan",
];

describe("A professional of a regional partner", () => {
  it("has a test for every change of the graph", async () => {
    const { __schema } = await world.read<{ __schema: { mutationType: { fields: { name: string }[] } } }>(
      professional,
      "{ __schema { mutationType { fields { name } } } }",
    );
    // What the outbox offers is the same for every partner, and tested with it.
    const own = __schema.mutationType.fields.filter(({ name }) => name !== "welcomeMilestoneRetry");
    expect(names.toSorted()).toEqual(own.map(({ name }) => name).toSorted());
  });

  it.each(names)("makes the change %s once, however often it arrives", async (name) => {
    const input = { reference: randomUUID(), ...(await changes[name]?.sound()) };
    const before = await world.rows();
    const answers = await Promise.all([1, 2].map(() => world.change(professional, name, input)));
    const after = await world.rows();
    answers.push(await world.change(professional, name, input));
    expect(answers).toEqual(answers.map(() => ({ thing: expect.anything(), errors: [] })));
    expect(after["change"]).toBe((before["change"] ?? 0) + 1);
    expect(await world.rows()).toEqual(after);
    const repeated = await world.change(professional, name, { ...input, reference: randomUUID() });
    expect(repeated.errors.map(({ code }) => code)).toEqual(
      REPEATABLE.includes(name) ? (name === "welcomeCaseOpen" ? ["CONFLICT"] : []) : ["WRONG_STATE"],
    );
  });

  it.each(names)("is told what is wrong with the change %s, and nothing is written", async (name) => {
    const change = changes[name];
    const sound = (await change?.sound()) ?? {};
    const unknown: [Input, string, string][] = change?.onOwn
      ? [
          [{ [change.onOwn]: randomUUID() }, "UNKNOWN_REFERENCE", change.onOwn],
          [{ [change.onOwn]: "not an id" }, "UNKNOWN_REFERENCE", change.onOwn],
        ]
      : [];
    const before = await world.contents();
    for (const [overrides, code, field] of [...(change?.bad ?? []), ...unknown]) {
      const answer = await world.change(professional, name, { ...sound, ...overrides });
      expect({ overrides, ...answer }).toEqual({
        overrides,
        thing: null,
        errors: [{ code, field: [field] }],
      });
    }
    expect(await world.contents()).toEqual(before);
  });

  it.each(names)(
    "alone makes the change %s: not another partner, another organisation, another role",
    async (name) => {
      const change = changes[name];
      const input = (await change?.sound()) ?? {};
      const before = await world.contents();
      for (const other of [
        counsellor,
        viewer("bas-saint-laurent-1", "DASHBOARD"),
        viewer("alliance", "COORDINATOR"),
        viewer("promis", "PROFESSIONAL"),
      ]) {
        const { thing, errors } = await world.change(other, name, input);
        expect({ thing, errors }).toEqual({ thing: null, errors: [{ code: "NOT_ALLOWED", field: null }] });
      }
      const unlisted = await world.change(viewer("bas-saint-laurent-9", "PROFESSIONAL"), name, input);
      expect(unlisted.thing).toBeNull();
      if (change?.onOwn) {
        const { errors } = await world.change(neighbour, name, input);
        expect(errors).toEqual([{ code: "UNKNOWN_REFERENCE", field: [change.onOwn] }]);
      }
      expect(await world.contents()).toEqual(before);
    },
  );
});
