/** One question about one person, answered by all five organisations: the promise of the README. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { openHub, type Hub } from "../support/hub.ts";

const UNIFIED_VIEW = readFileSync("docs/queries/unified-view.graphql", "utf8");
const SECTIONS = ["employability", "matching", "passerelle", "relocation", "welcome", "household"] as const;

type View = Record<(typeof SECTIONS)[number] | "name" | "stage" | "registrations" | "access", unknown>;

let hub: Hub;

beforeAll(async () => {
  hub = await openHub();
  await hub.settled();
});

/** Whether a value holds anything at all: a row of somebody, however deep. */
function holdsSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsSomething);
  if (value !== null && typeof value === "object") return Object.values(value).some(holdsSomething);
  return value !== null && value !== undefined && value !== false;
}

describe("The unified view", () => {
  it("brings rows of all five databases, for whom it may", async () => {
    const { data, errors } = await hub.ask<{ candidate: View }>("counsellor@promis", UNIFIED_VIEW, {
      id: hub.demoCandidate,
    });
    expect(errors).toBeUndefined();
    expect(data?.candidate.access).toEqual(
      ["IDENTITY", "PATHWAY", "EMPLOYABILITY", "MATCHING", "PASSERELLE", "RELOCATION", "WELCOME"].map(
        (section) => ({ section, status: "GRANTED" }),
      ),
    );
    for (const section of SECTIONS)
      expect([section, holdsSomething(data?.candidate[section])]).toEqual([section, true]);
  });

  it("takes two hops: the registry, then the partners at once", async () => {
    const work = await hub.watch(() => hub.ask("counsellor@promis", UNIFIED_VIEW, { id: hub.demoCandidate }));
    expect(Object.fromEntries(Object.entries(work).map(([name, { fetches }]) => [name, fetches]))).toEqual({
      registry: 1,
      fccq: 1,
      eer: 1,
      ccmm: 1,
      regional: 1,
    });
  });

  it("costs one statement per table in each database", async () => {
    const work = await hub.watch(() => hub.ask("counsellor@promis", UNIFIED_VIEW, { id: hub.demoCandidate }));
    for (const [name, { statements }] of Object.entries(work)) {
      expect(Object.keys(statements).length).toBeGreaterThan(0);
      for (const [table, count] of Object.entries(statements))
        expect([`${name}.${table}`, count]).toEqual([`${name}.${table}`, 1]);
    }
  });

  it("is nothing, without an error, for whom it is not", async () => {
    expect(await hub.ask("counsellor@inici", UNIFIED_VIEW, { id: hub.demoCandidate })).toEqual({
      data: { candidate: null },
    });
  });

  it("is refused to a dashboard, for somebody as for nobody", async () => {
    for (const id of [hub.demoCandidate, randomUUID()]) {
      const { data, errors } = await hub.ask("dashboard@alliance", UNIFIED_VIEW, { id });
      expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
        { candidate: null },
        ["FORBIDDEN"],
      ]);
    }
  });

  it("shows the coordinator where the person stands, and no section of any partner", async () => {
    const { data } = await hub.ask<{ candidate: View }>("coordinator@alliance", UNIFIED_VIEW, {
      id: hub.demoCandidate,
    });
    expect(data?.candidate.stage).not.toBeNull();
    for (const section of SECTIONS) expect([section, data?.candidate[section]]).toEqual([section, null]);
  });
});
