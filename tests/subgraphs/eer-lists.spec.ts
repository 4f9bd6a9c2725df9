import { randomUUID } from "node:crypto";
import type { Viewer } from "../../platform/passport.ts";
import { HOUSEHOLD } from "../support/eer-sections.ts";
import { inici, officer, openEerWorld, professional, promis, type EerWorld } from "../support/eer-world.ts";
import { statementsPerTable, viewer } from "../support/subgraph.ts";

let world: EerWorld;
let counsellorId: string;
let eventId: string;
let stories: Awaited<ReturnType<EerWorld["aWholeStory"]>>[];

const self = viewer("promis", "COUNSELLOR", { subject: "mariama@promis" });

beforeAll(async () => {
  world = await openEerWorld();
  counsellorId = await world.made("counsellorAdd", { subject: self.subject, name: "Mariama Diallo" });
  eventId = await world.anEvent();
  const { householdId } = await world.aHousehold({}, inici);
  await world.made("counsellorAssign", { householdId, counsellorId: await world.aCounsellor(inici) }, inici);
  stories = await Promise.all(Array.from({ length: 6 }, () => world.aWholeStory(counsellorId, eventId)));
});

afterAll(() => world.hub.close());

async function ask<Result>(by: Viewer, query: string): Promise<Result> {
  const { data, errors } = await world.hub.ask(by, query);
  if (!data) throw new Error(errors?.[0]?.extensions.code);
  return data as Result;
}

interface Ids {
  nodes: { id: string }[];
}

describe("The lists of EER's staff", () => {
  const LISTS = ["households", "caseload", "preDepartureCases", "travelGrants", "ambassadors"];

  it.each(LISTS)("%s are for the staff alone", async (list) => {
    const query = `{ ${list} { nodes { id } } }`;
    await expect(ask(officer, query)).rejects.toThrow("FORBIDDEN");
    await expect(ask(professional, query)).rejects.toThrow("FORBIDDEN");
    await expect(ask(viewer("promis", "DASHBOARD"), query)).rejects.toThrow("FORBIDDEN");
    await expect(ask(viewer("alliance", "COUNSELLOR"), query)).rejects.toThrow("FORBIDDEN");
  });

  it("hold what the caller's own organisation keeps", async () => {
    const query =
      "{ households { nodes { organisation { code } } } preDepartureCases { nodes { id } } travelGrants { nodes { id } } ambassadors { nodes { id } } }";
    expect(await ask(inici, query)).toEqual({
      households: { nodes: [{ organisation: { code: "inici" } }] },
      preDepartureCases: { nodes: [] },
      travelGrants: { nodes: [] },
      ambassadors: { nodes: [] },
    });
    const { preDepartureCases, travelGrants } = await ask<Record<string, Ids>>(
      promis,
      query.replace("organisation { code }", "id"),
    );
    expect([preDepartureCases?.nodes.length, travelGrants?.nodes.length]).toEqual([6, 6]);
  });

  it("show a household to its own organisation by its id", async () => {
    const query = `{ household(id: "${stories[0]?.householdId}") { id } }`;
    expect(await ask(promis, query)).toEqual({ household: { id: stories[0]?.householdId } });
    expect(await ask(inici, query)).toEqual({ household: null });
    expect(await ask(promis, '{ household(id: "not an id") { id } }')).toEqual({ household: null });
  });

  it("give a counsellor their own caseload, or a colleague's of the same organisation", async () => {
    const own = await ask<{ caseload: Ids }>(self, "{ caseload { nodes { id household { id } } } }");
    expect(own.caseload.nodes).toHaveLength(6);
    const colleague = `{ caseload(counsellorId: "${counsellorId}") { nodes { id } } }`;
    expect((await ask<{ caseload: Ids }>(promis, colleague)).caseload.nodes).toHaveLength(6);
    expect(await ask(promis, "{ caseload { nodes { id } } }")).toEqual({ caseload: { nodes: [] } });
    expect(await ask(inici, colleague)).toEqual({ caseload: { nodes: [] } });
    expect(await ask(promis, '{ caseload(counsellorId: "nobody") { nodes { id } } }')).toEqual({
      caseload: { nodes: [] },
    });
  });

  it("narrow households by state, track, region and care", async () => {
    const count = async (filter: string) =>
      (await ask<{ households: Ids }>(promis, `{ households(filter: { ${filter} }) { nodes { id } } }`))
        .households.nodes.length;
    const { householdId } = await world.aHousehold({ track: "BUSINESS_TAKEOVER" });
    expect(await count("track: BUSINESS_TAKEOVER")).toBe(1);
    expect(await count("withoutCounsellor: true")).toBe(1);
    expect(await count("withoutCounsellor: false")).toBe(6);
    expect(await count(`counsellorId: "${counsellorId}", state: OPEN`)).toBe(6);
    expect(await count(`counsellorId: "${randomUUID()}"`)).toBe(0);
    expect(await count('counsellorId: "nobody"')).toBe(0);
    expect(await count('regionCode: "01"')).toBe(6);
    expect(await count('regionCode: "02"')).toBe(0);
    await world.made("householdClose", { householdId, reason: "WITHDREW" });
    expect(await count("state: CLOSED")).toBe(1);
  });

  it("narrow the other lists too", async () => {
    const query = `{
      waiting: travelGrants(state: REQUESTED) { nodes { id } } paid: travelGrants(state: PAID) { nodes { id } }
      arrived: preDepartureCases(state: ARRIVED) { nodes { id } } received: preDepartureCases(state: RECEIVED) { nodes { id } }
      fairs: outreachEvents(filter: { kind: FAIR, state: PLANNED, organisation: "promis" }) { nodes { id } }
      held: outreachEvents(filter: { state: HELD }) { nodes { id } }
    }`;
    const lists = await ask<Record<string, Ids>>(promis, query);
    expect(Object.entries(lists).map(([name, { nodes }]) => [name, nodes.length])).toEqual([
      ["waiting", 6],
      ["paid", 0],
      ["arrived", 6],
      ["received", 0],
      ["fairs", 1],
      ["held", 0],
    ]);
  });

  it("come by pages, nothing twice and nothing missed", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { households: Ids & { pageInfo: { endCursor: string; hasNextPage: boolean } } } = await ask(
        promis,
        `{ households(first: 3, after: ${JSON.stringify(after)}) { nodes { id } pageInfo { endCursor hasNextPage } } }`,
      );
      seen.push(...page.households.nodes.map(({ id }) => id));
      after = page.households.pageInfo.hasNextPage ? page.households.pageInfo.endCursor : null;
    } while (after !== null);
    const rows = await world.hub.owner.query("select id from household where tenant = 'promis'");
    expect(seen).toHaveLength((rows as unknown[]).length);
    expect(new Set(seen).size).toBe(seen.length);
  });

  const TABLES: [list: string, selection: string, tables: string][] = [
    [
      "households",
      `{ ${HOUSEHOLD} }`,
      "counsellor counsellor_assignment household household_member household_need household_support outreach_event region_choice relocation_plan relocation_return travel_grant",
    ],
    [
      "caseload",
      "{ since counsellor { name organisation { code } } household { track members { role } } }",
      "counsellor counsellor_assignment household household_member",
    ],
    [
      "counsellors",
      "{ name caseload { nodes { household { id } } } }",
      "counsellor counsellor_assignment household",
    ],
    [
      "preDepartureCases",
      "{ country counsellor { name } regions { code } }",
      "counsellor pre_departure_case",
    ],
    [
      "travelGrants",
      "{ employer traveller { role needs { kind } } }",
      "household_member household_need travel_grant",
    ],
    [
      "ambassadors",
      "{ since activities region { code settledHouseholds } }",
      "ambassador households_living_in_region",
    ],
    [
      "outreachEvents",
      "{ title registrations organisation { code } }",
      "households_by_outreach_event outreach_event",
    ],
  ];

  it.each(TABLES)(
    "%s cost one statement per table, for one and for many",
    async (list, selection, tables) => {
      const count = async (first: number) =>
        statementsPerTable(
          await world.hub.statements(() => ask(self, `{ ${list}(first: ${first}) { nodes ${selection} } }`)),
        );
      if (list === "outreachEvents") await Promise.all([1, 2, 3].map(() => world.anEvent()));
      if (list === "ambassadors") {
        const arrived = await Promise.all([1, 2, 3].map(() => world.anArrival()));
        for (const { memberId } of arrived)
          await world.made("ambassadorVolunteer", { memberId, activities: ["EVENT"] });
      }
      const many = await count(50);
      expect(many).toEqual(Object.fromEntries(tables.split(" ").map((table) => [table, 1])));
      for (const [table, statements] of Object.entries(await count(1)))
        expect([table, statements]).toEqual([table, 1]);
    },
  );
});

describe("The lists without people", () => {
  it("are open to every passport", async () => {
    const query = `{
      counsellors(organisation: "inici") { nodes { name organisation { code } caseload { nodes { id } } } }
      outreachEvents { nodes { title registrations attendance } }
      outreachEvent(id: "${eventId}") { registrations organisation { code } }
      employabilityEligibilityRules { since yearsBelow naturalised preDeparture }
    }`;
    const lists = await ask<Record<string, unknown>>(officer, query);
    expect(lists).toMatchObject({
      counsellors: {
        nodes: [{ name: "Fatou Sarr", organisation: { code: "inici" }, caseload: null }],
      },
      outreachEvent: { registrations: 6, organisation: { code: "promis" } },
      employabilityEligibilityRules: [
        { since: "2010-01-01", yearsBelow: 5, naturalised: false, preDeparture: false },
        { since: "2023-04-01", yearsBelow: null, naturalised: true, preDeparture: true },
      ],
    });
  });

  it("never say that a few people came by an event", async () => {
    const outreachEventId = await world.anEvent({ title: "Petit salon" });
    await world.aHousehold({ source: "OUTREACH_EVENT", outreachEventId });
    await world.made("outreachEventHold", { outreachEventId, attendance: 4 });
    const query = `{ outreachEvent(id: "${outreachEventId}") { registrations attendance state } }`;
    expect(await ask(officer, query)).toEqual({
      outreachEvent: { registrations: null, attendance: null, state: "HELD" },
    });
  });
});

describe("Regions and organisations", () => {
  const entities = (representations: unknown[]) =>
    world.hub.ask(
      officer,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
         ... on Region { code settledHouseholds coveredByEer }
         ... on Organisation { code counsellorCount caseload } } }`,
      { representations },
    );

  it("say how many live there, from five on", async () => {
    const arrive = () => world.anArrival({ regionCode: "11", city: "Gaspé" });
    await Promise.all([1, 2, 3, 4].map(arrive));
    const gaspesie = () => entities([{ __typename: "Region", code: "11" }]);
    expect((await gaspesie()).data).toEqual({
      _entities: [{ code: "11", settledHouseholds: null, coveredByEer: true }],
    });
    await arrive();
    expect((await gaspesie()).data).toEqual({
      _entities: [{ code: "11", settledHouseholds: 5, coveredByEer: true }],
    });
    expect((await entities([{ __typename: "Region", code: "06" }])).data).toEqual({
      _entities: [{ code: "06", settledHouseholds: null, coveredByEer: false }],
    });
  });

  it("say what each of the three organisations follows, and nothing of others", async () => {
    const representations = ["promis", "inici", "fccq"].map((code) => ({ __typename: "Organisation", code }));
    expect((await entities(representations)).data).toEqual({
      _entities: [
        { code: "promis", counsellorCount: 1, caseload: 6 },
        { code: "inici", counsellorCount: 1, caseload: null },
        { code: "fccq", counsellorCount: null, caseload: null },
      ],
    });
  });

  it("cost one statement per table, whatever their number", async () => {
    const codes = Array.from({ length: 17 }, (_, index) => String(index + 1).padStart(2, "0"));
    const representations = [
      ...codes.map((code) => ({ __typename: "Region", code })),
      ...["promis", "le-collectif", "inici"].map((code) => ({ __typename: "Organisation", code })),
    ];
    const count = async (some: unknown[]) =>
      statementsPerTable(await world.hub.statements(() => entities(some)));
    const once = { counsellor: 1, covered_region: 1, households_in_care: 1, households_living_in_region: 1 };
    expect(await count(representations)).toEqual(once);
    expect(await count([representations[0], representations[17]])).toEqual(once);
  });
});
