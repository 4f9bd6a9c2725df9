/** Visits to a community, and the hosts who are named only while they agree. */
import { statementsPerTable } from "../support/subgraph.ts";
import {
  counsellor,
  neighbour,
  openRegionalWorld,
  professional,
  type RegionalWorld,
} from "../support/regional-world.ts";

let world: RegionalWorld;

beforeAll(async () => {
  world = await openRegionalWorld();
});

afterAll(() => world.close());

const NAME = "Rosaire Pelletier";
const PERSON = { regionCode: "01", city: "Matane", kind: "PERSON", presentation: "Un pêcheur de crevettes" };

async function aHost(given: Record<string, unknown> = {}): Promise<string> {
  const { thing } = await world.change(professional, "visitHostRegister", { ...PERSON, ...given }, "id");
  return thing?.["id"] as string;
}

async function aVisit(hostId: string | null, plannedOn = "2026-03-10"): Promise<string> {
  const input = { regionCode: "01", city: "Matane", title: "Le port et l’école", plannedOn, hostId };
  const { thing } = await world.change(professional, "visitPlan", input, "id");
  return thing?.["id"] as string;
}

const VISIT = `query ($id: ID!) {
  visit(id: $id) {
    title city state plannedOn heldOn received cancelReason
    region { code } organisation { code }
    host { name kind presentation city since consentedOn }
  }
}`;

describe("A host of the community", () => {
  it("is not named until they agree, and the name is not kept once they no longer do", async () => {
    const hostId = await aHost();
    const id = await aVisit(hostId);
    const seen = () => world.read<{ visit: { host: { name: string | null } } }>(counsellor, VISIT, { id });
    expect((await seen()).visit.host).toMatchObject({ name: null, presentation: "Un pêcheur de crevettes" });
    await world.change(professional, "visitHostName", { hostId, name: NAME, consentedOn: "2026-03-10" });
    expect((await seen()).visit.host.name).toBe(NAME);
    await world.change(professional, "visitHostConsentWithdraw", { hostId });
    expect((await seen()).visit.host.name).toBeNull();
    const kept = await world.hub.owner.query("select * from visit_host t where t::text like $1", [
      `%${NAME}%`,
    ]);
    expect(kept).toEqual([]);
  });

  it("cannot be named in the database without a consent either", async () => {
    const hostId = await aHost();
    await expect(
      world.hub.owner.query("update visit_host set name = 'Somebody' where id = $1", [hostId]),
    ).rejects.toThrow("a_person_is_named_only_with_their_consent");
  });

  it("goes by its name when it is an organisation, which needs nobody's consent", async () => {
    const hostId = await aHost({ kind: "ORGANISATION", presentation: "Un musée", name: "Musée du fleuve" });
    const named = await world.change(professional, "visitHostName", {
      hostId,
      name: "X",
      consentedOn: "2026-03-10",
    });
    expect(named.errors).toEqual([{ code: "REQUIRED", field: ["consentedOn"] }]);
    const withdrawn = await world.change(professional, "visitHostConsentWithdraw", { hostId });
    expect(withdrawn.errors).toEqual([{ code: "WRONG_STATE", field: ["hostId"] }]);
  });

  it("who has ended receives nobody any more", async () => {
    const hostId = await aHost();
    await world.change(professional, "visitHostEnd", { hostId });
    const { errors } = await world.change(professional, "visitPlan", {
      regionCode: "01",
      city: "Matane",
      title: "Le port",
      plannedOn: "2026-03-11",
      hostId,
    });
    expect(errors).toEqual([{ code: "WRONG_STATE", field: ["hostId"] }]);
  });

  it("is listed for the staff of their own partner only, who alone see when they agreed", async () => {
    await aHost({ name: NAME, consentedOn: "2026-03-05" });
    const LIST = `{ visitHosts(filter: { regionCode: "01" }, first: 100) { nodes { name consentedOn until region { code } organisation { code } visits(first: 5) { nodes { title } } } } }`;
    const { visitHosts } = await world.read<{ visitHosts: { nodes: unknown[] } }>(professional, LIST);
    expect(visitHosts.nodes[0]).toMatchObject({ name: NAME, consentedOn: "2026-03-05" });
    expect(await world.read(neighbour, LIST)).toEqual({ visitHosts: { nodes: [] } });
    const refused = await world.hub.ask(counsellor, LIST);
    expect(refused.data).toBeNull();
    expect(refused.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});

describe("A visit", () => {
  it("is held on a day, and how many were received is for the partner that held it", async () => {
    const id = await aVisit(await aHost({ name: NAME, consentedOn: "2026-03-05" }));
    await world.change(professional, "visitHold", { visitId: id, received: 3 });
    const held = {
      title: "Le port et l’école",
      city: "Matane",
      state: "HELD",
      plannedOn: "2026-03-10",
      heldOn: "2026-03-10",
      region: { code: "01" },
      organisation: { code: "bas-saint-laurent-1" },
    };
    const seen = (by: typeof counsellor) => world.read(by, VISIT, { id });
    expect(await seen(professional)).toMatchObject({
      visit: { ...held, received: 3, host: { consentedOn: "2026-03-05" } },
    });
    for (const other of [neighbour, counsellor])
      expect(await seen(other)).toMatchObject({
        visit: { ...held, received: null, host: { name: NAME, consentedOn: null } },
      });
  });

  it("is cancelled for a reason, and then not held", async () => {
    const id = await aVisit(null);
    await world.change(professional, "visitCancel", { visitId: id, reason: "Tempête" });
    expect(await world.read(counsellor, VISIT, { id })).toMatchObject({
      visit: { state: "CANCELLED", cancelReason: "Tempête", host: null },
    });
    const { errors } = await world.change(professional, "visitHold", { visitId: id, received: 3 });
    expect(errors).toEqual([{ code: "WRONG_STATE", field: ["visitId"] }]);
  });

  it("is found by region, state and partner, page by page", async () => {
    for (const day of ["2026-05-01", "2026-05-02", "2026-05-03"]) await aVisit(null, day);
    const LIST = `query ($filter: RegionalVisitFilter, $after: String) {
      visits(filter: $filter, first: 2, after: $after) { nodes { plannedOn } pageInfo { hasNextPage endCursor } }
    }`;
    type List = { visits: { nodes: { plannedOn: string }[]; pageInfo: { endCursor: string } } };
    const list = (filter: Record<string, unknown>, after?: string) =>
      world.read<List>(counsellor, LIST, { filter, after });
    const { visits } = await list({ regionCode: "01", state: "PLANNED", partnerCode: "bas-saint-laurent-1" });
    expect(visits.nodes).toEqual([{ plannedOn: "2026-05-03" }, { plannedOn: "2026-05-02" }]);
    const next = await list({ regionCode: "01", state: "PLANNED" }, visits.pageInfo.endCursor);
    expect(next.visits.nodes[0]).toEqual({ plannedOn: "2026-05-01" });
    expect((await list({ regionCode: "05" })).visits.nodes).toEqual([]);
    expect((await list({ partnerCode: "bas-saint-laurent-2" })).visits.nodes).toEqual([]);
  });

  it("costs one statement per table in a list of one and of fifty, hosts as well", async () => {
    for (let index = 0; index < 50; index += 1) await aVisit(await aHost(), "2026-06-01");
    const count = async (first: number) =>
      statementsPerTable(
        await world.hub.statements(() =>
          world.read(
            professional,
            `{ visits(first: ${first}) { nodes { received host { name region { code } } organisation { code } } } }`,
          ),
        ),
      );
    expect(await count(1)).toEqual({ visit: 1, visit_host: 1 });
    expect(await count(50)).toEqual({ visit: 1, visit_host: 1 });
    const hosts = async (first: number) =>
      statementsPerTable(
        await world.hub.statements(() =>
          world.read(
            professional,
            `{ visitHosts(first: ${first}) { nodes { visits(first: 3) { nodes { title } } } } }`,
          ),
        ),
      );
    expect(await hosts(1)).toEqual({ visit: 1, visit_host: 1 });
    expect(await hosts(50)).toEqual({ visit: 1, visit_host: 1 });
  });
});
