/** Milestones reported together: each is judged by itself, twice is once, and the stage follows. */
import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { registry } from "../../subgraphs/registry/subgraph.ts";
import { register } from "../support/register.ts";
import { openSubgraph, TEST_GRANT_KEY, viewer, type TestSubgraph } from "../support/subgraph.ts";

const KEYS = {
  FCCQ_GRANT_KEY: TEST_GRANT_KEY,
  EER_GRANT_KEY: TEST_GRANT_KEY,
  CCMM_GRANT_KEY: TEST_GRANT_KEY,
  REGIONAL_GRANT_KEY: TEST_GRANT_KEY,
};
const NOW = new Date("2026-03-02T15:00:00Z");
const system = viewer("promis", "SYSTEM");

interface Result {
  sourceId: string;
  milestone: { id: string; kind: string } | null;
  userErrors: { code: string; field: string[] | null }[];
}

interface Payload {
  results: Result[] | null;
  userErrors: { code: string }[];
}

let hub: TestSubgraph;
beforeAll(async () => {
  hub = await openSubgraph(registry, KEYS, () => NOW);
});
afterAll(() => hub.close());

async function report(milestones: object[], reference: string = randomUUID(), by = system): Promise<Payload> {
  const { data, errors } = await hub.ask(
    by,
    `mutation ($input: MilestonesReportInput!) { milestonesReport(input: $input) {
       results { sourceId milestone { id kind } userErrors { code field } } userErrors { code } } }`,
    { input: { reference, milestones } },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data?.["milestonesReport"] as never;
}

/** Somebody whom PROMIS registered. */
async function aRegistration(): Promise<string> {
  return (await register(hub, viewer("promis", "COUNSELLOR"))).registrationId;
}

const milestone = (registrationId: string, overrides: object = {}) => ({
  registrationId,
  kind: "COUNSELLOR_ASSIGNED",
  occurredAt: "2026-03-02T15:00:00Z",
  sourceId: randomUUID(),
  ...overrides,
});

const stageOf = async (registrationId: string): Promise<string> => {
  const [row] = await hub.database.query(
    "select stage from candidate where id = (select candidate_id from registration where id = $1)",
    [registrationId],
  );
  return row.stage;
};

describe("Milestones reported together", () => {
  it("are taken, in the order given, and move the stage of each person", async () => {
    const [one, other] = [await aRegistration(), await aRegistration()];
    const told = [milestone(one), milestone(other), milestone(one, { kind: "READY_DECLARED" })];
    const { results, userErrors } = await report(told);
    expect(userErrors).toEqual([]);
    expect(results?.map(({ sourceId, milestone: made }) => [sourceId, made?.kind])).toEqual(
      told.map(({ sourceId, kind }) => [sourceId, kind]),
    );
    expect([await stageOf(one), await stageOf(other)]).toEqual(["EMPLOYABILITY", "EMPLOYABILITY"]);
  });

  it("that are bad are told, each for its own reason, and keep none of the others back", async () => {
    const registrationId = await aRegistration();
    const good = milestone(registrationId);
    const { results } = await report([
      milestone(randomUUID()),
      milestone("not an id"),
      milestone(registrationId, { kind: "OFFER_PROPOSED" }),
      milestone(registrationId, { occurredAt: "2026-03-02T16:00:00Z" }),
      milestone(registrationId, { sourceId: "x".repeat(201) }),
      milestone(registrationId, { sourceId: "" }),
      good,
    ]);
    expect(results?.map(({ userErrors: [error] }) => error?.code ?? null)).toEqual([
      "UNKNOWN_REFERENCE",
      "UNKNOWN_REFERENCE",
      "NOT_ALLOWED",
      "OUT_OF_RANGE",
      "TOO_LONG",
      "REQUIRED",
      null,
    ]);
    expect(await stageOf(registrationId)).toBe("EMPLOYABILITY");
  });

  it("are one when they are told twice: in one report, in another, and under another reference", async () => {
    const told = milestone(await aRegistration());
    const first = await report([told, told]);
    const second = await report([told]);
    const ids = [...(first.results ?? []), ...(second.results ?? [])].map(({ milestone: made }) => made?.id);
    expect(new Set(ids).size).toBe(1);
    const [row] = await hub.database.query(
      "select count(*)::int as count from milestone where source_id = $1",
      [told.sourceId],
    );
    expect(row.count).toBe(1);
    const { results } = await report([{ ...told, kind: "READY_DECLARED" }]);
    expect(results?.[0]?.userErrors[0]?.code).toBe("CONFLICT");
  });

  it("are answered the same when the same report is made twice", async () => {
    const told = [milestone(await aRegistration()), milestone(randomUUID())];
    const reference = randomUUID();
    const first = await report(told, reference);
    expect(await report(told, reference)).toEqual(first);
  });

  it("may come from a clock that is a little ahead", async () => {
    const ahead = milestone(await aRegistration(), { occurredAt: "2026-03-02T15:01:00Z" });
    expect((await report([ahead])).results?.[0]?.userErrors).toEqual([]);
  });

  it("are of nobody whom another organisation registered", async () => {
    const told = milestone(await aRegistration());
    const { results } = await report([told], randomUUID(), viewer("inici", "SYSTEM"));
    expect(results?.[0]?.userErrors[0]?.code).toBe("UNKNOWN_REFERENCE");
  });

  it("are refused whole when they are none, or more than a hundred", async () => {
    expect((await report([])).userErrors[0]?.code).toBe("REQUIRED");
    const many = Array.from({ length: 101 }, () => milestone(randomUUID()));
    expect(await report(many)).toEqual({ results: null, userErrors: [{ code: "TOO_LONG" }] });
  });

  it("cost as many statements for a hundred people as for one", async () => {
    const registrations = await Promise.all(Array.from({ length: 20 }, aRegistration));
    const one = await hub.statements(() => report([milestone(registrations[0] ?? "")]));
    const many = await hub.statements(() => report(registrations.map((id) => milestone(id))));
    expect(many.length).toBe(one.length);
  });
});
