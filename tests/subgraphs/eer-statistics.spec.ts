import { officer, openEerWorld, type EerWorld } from "../support/eer-world.ts";
import { statementsPerTable, viewer } from "../support/subgraph.ts";

let world: EerWorld;

beforeAll(async () => {
  world = await openEerWorld();
  const { aHousehold, anArrival, made } = world;
  const many = <Made>(count: number, make: () => Promise<Made>) =>
    Promise.all(Array.from({ length: count }, make));
  await many(7, () => aHousehold({ openedOn: "2024-02-01" }));
  await many(6, () => aHousehold({ openedOn: "2025-02-01", track: "TRAINING" }));
  await many(2, () => aHousehold({ openedOn: "2025-03-01" }, viewer("inici", "COUNSELLOR")));
  await many(5, () => aHousehold({ openedOn: "2025-03-01" }, viewer("le-collectif", "COUNSELLOR")));
  const arrived = await many(6, () => anArrival());
  await Promise.all(
    arrived
      .slice(0, 5)
      .map(({ planId }) =>
        made("relocationReturnRecord", { planId, reason: "HOUSING", destination: "MONTREAL" }),
      ),
  );
  await made("counsellorAdd", { subject: "one", name: "Sofía Rojas", startedOn: "2019-01-07" });
  const left = await made("counsellorAdd", { subject: "two", name: "Karim Haddad", startedOn: "2019-01-07" });
  await made("counsellorLeave", { counsellorId: left, endedOn: "2024-06-30" });
});

afterAll(() => world.hub.close());

const SELECTION = /* GraphQL */ `
  from to
  relocation {
    households counsellors moves returns readinessDeclared preDepartureCases
    byTrack { track households }
    byTenant { organisation { code } households }
    byRegion { region { code } moves }
    byReturnReason { reason returns }
  }
`;

interface Relocation {
  byRegion: { region: { code: string }; moves: number | null }[];
  byReturnReason: { reason: string; returns: number | null }[];
}

async function statistics(...periods: [from: string, to: string][]): Promise<{ relocation: Relocation }[]> {
  const { data, errors } = await world.hub.ask(
    officer,
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Statistics { ${SELECTION} } } }`,
    { representations: periods.map(([from, to]) => ({ __typename: "Statistics", from, to })) },
  );
  expect(errors).toBeUndefined();
  return data?.["_entities"] as never;
}

describe("The statistics of EER", () => {
  it("count households, moves and returns of a period", async () => {
    const [all] = await statistics(["2018-01-01", "2026-12-31"]);
    expect(all).toMatchObject({
      relocation: {
        households: 26,
        counsellors: 1,
        moves: 6,
        returns: 5,
        readinessDeclared: null,
        preDepartureCases: null,
      },
    });
    expect(all?.relocation.byRegion).toHaveLength(17);
    expect(all?.relocation.byRegion[0]).toEqual({ region: { code: "01" }, moves: 6 });
    expect(all?.relocation.byReturnReason).toContainEqual({ reason: "HOUSING", returns: 5 });
  });

  it("count the counsellors at the end of the period", async () => {
    const [then, now] = await statistics(["2019-01-01", "2024-06-29"], ["2019-01-01", "2024-06-30"]);
    expect([then, now]).toMatchObject([
      { relocation: { counsellors: 2 } },
      { relocation: { counsellors: 1 } },
    ]);
  });

  it("do not let the two households of INICI be computed from the others", async () => {
    const [year] = await statistics(["2025-01-01", "2025-12-31"]);
    expect(year).toMatchObject({
      relocation: {
        households: 13,
        byTenant: [
          { organisation: { code: "promis" }, households: 6 },
          { organisation: { code: "le-collectif" }, households: null },
          { organisation: { code: "inici" }, households: null },
        ],
        byTrack: [
          { track: "EMPLOYMENT", households: 7 },
          { track: "TRAINING", households: 6 },
          { track: "BUSINESS_START_UP", households: null },
          { track: "BUSINESS_TAKEOVER", households: null },
        ],
      },
    });
  });

  it("cost one statement per table, for one period and for many", async () => {
    const count = async (...periods: [string, string][]) =>
      statementsPerTable(await world.hub.statements(() => statistics(...periods)));
    const once = {
      counsellor: 1,
      households_arrived: 1,
      households_opened: 1,
      households_returned: 1,
      pre_departure_received: 1,
      readiness_declared: 1,
    };
    expect(await count(["2018-01-01", "2026-12-31"])).toEqual(once);
    const months = Array.from({ length: 12 }, (_, month): [string, string] => {
      const start = `2025-${String(month + 1).padStart(2, "0")}`;
      return [`${start}-01`, `${start}-28`];
    });
    expect(await count(...months)).toEqual(once);
  });
});
