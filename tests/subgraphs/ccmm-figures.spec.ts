import "reflect-metadata";
import { fiftyPeople } from "../support/ccmm-fifty.ts";
import { counsellor, openCcmm, type CcmmWorld } from "../support/ccmm-world.ts";
import { statementsPerTable, viewer } from "../support/subgraph.ts";

let world: CcmmWorld;

beforeAll(async () => {
  world = await openCcmm();
  await fiftyPeople(world);
});

afterAll(() => world.close());

describe("What CCMM adds to organisations and regions", () => {
  const entities = async (representations: Record<string, unknown>[], selection: string) => {
    const { data } = await world.hub.ask(
      counsellor,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
      { representations },
    );
    return (data as never as { _entities: unknown[] })._entities;
  };

  it("is its programmes and advisers, for CCMM only", async () => {
    const found = await entities(
      ["ccmm", "fccq"].map((code) => ({ __typename: "Organisation", code })),
      `... on Organisation {
        passerelleProgrammes { name launched suspended free follows partners }
        passerelleAdvisers(first: 1) { nodes { name } }
      }`,
    );
    expect(found).toEqual([
      {
        passerelleProgrammes: [
          {
            name: "Passerelle sectorielle",
            launched: "2021-02",
            suspended: false,
            free: true,
            follows: "Interconnexion",
            partners: ["Gouvernement du Québec", "Ville de Montréal"],
          },
          {
            name: "Interconnexion",
            launched: "2010",
            suspended: true,
            free: null,
            follows: null,
            partners: [],
          },
        ],
        passerelleAdvisers: { nodes: [{ name: "Amina Benali" }] },
      },
      { passerelleProgrammes: null, passerelleAdvisers: null },
    ]);
  });

  it("is who left for a region, from five people on, in one statement", async () => {
    await world.hub.database.query(
      `update participant set closed_on = '2026-03-20', closing_reason = 'MOVED_TO_REGION',
         region_code = case when rank <= 6 then '05' else '11' end
       from (select registration_id as id, row_number() over (order by registration_id) as rank from participant) ranked
       where participant.registration_id = ranked.id and rank <= 10`,
    );
    world.wait(60 * 24 * 60);
    const regions = ["05", "11", "06"].map((code) => ({ __typename: "Region", code }));
    let found: unknown;
    const statements = await world.hub.statements(async () => {
      found = await entities(regions, "... on Region { settledFromPasserelle }");
    });
    expect(found).toEqual([
      { settledFromPasserelle: 6 },
      { settledFromPasserelle: null },
      { settledFromPasserelle: null },
    ]);
    expect(statementsPerTable(statements)).toEqual({ participant: 1 });
  });
});

describe("The statistics of a period", () => {
  const PART = /* GraphQL */ `
    query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on Statistics {
          passerelle {
            registrations
            adviserCalls
            activities
            recruitmentEvents
            interviews
            employers
            returningEmployers
            employed
            bySector {
              sector
              registrations
              employed
              activities
              recruitmentEvents
              employers
            }
            byStep {
              step
              entered
            }
          }
        }
      }
    }
  `;
  interface Part {
    bySector: { sector: string }[];
    byStep: { step: string; entered: number | null }[];
  }
  const statistics = async (...periods: [string, string][]) => {
    const { data, errors } = await world.hub.ask(viewer("alliance", "DASHBOARD"), PART, {
      representations: periods.map(([from, to]) => ({ __typename: "Statistics", from, to })),
    });
    expect(errors).toBeUndefined();
    return (data as never as { _entities: { passerelle: Part }[] })._entities.map(
      ({ passerelle }) => passerelle,
    );
  };

  it("count people, activities, events and employers", async () => {
    const [year] = await statistics(["2026-01-01", "2026-12-31"]);
    expect(year).toMatchObject({
      registrations: 50,
      adviserCalls: 50,
      activities: 3,
      recruitmentEvents: 50,
      interviews: 50,
      employers: 50,
      returningEmployers: 0,
      employed: 50,
    });
    expect(year?.bySector.find(({ sector }) => sector === "51")).toEqual({
      sector: "51",
      registrations: 50,
      employed: 50,
      activities: 1,
      recruitmentEvents: 50,
      employers: 50,
    });
    expect(year?.bySector).toHaveLength(20);
    expect(year?.byStep.find(({ step }) => step === "SELF_DIRECTED_MATCHING")?.entered).toBe(50);
    expect(year?.byStep.find(({ step }) => step === "EMPLOYED")?.entered).toBeNull();
  });

  it("are nothing before the programme, and null for people rather than zero", async () => {
    const [before] = await statistics(["2020-01-01", "2020-12-31"]);
    expect(before).toMatchObject({ registrations: null, activities: 0, employers: 0, employed: null });
  });

  it("do not give a sector of fewer than five away, by itself or by the total", async () => {
    for (let times = 0; times < 3; times += 1) await world.aPerson({ sector: "62" });
    const [year] = await statistics(["2026-01-01", "2026-12-31"]);
    expect(year).toMatchObject({ registrations: 50 });
    expect(year?.bySector.find(({ sector }) => sector === "62")).toMatchObject({ registrations: null });
    expect(year?.byStep.find(({ step }) => step === "QUESTIONNAIRE")?.entered).toBe(50);
  });

  it("cost one statement for each history, for one period and for fifty", async () => {
    const periods = Array.from({ length: 50 }, (_, index): [string, string] => [
      "2026-01-01",
      `2026-03-${String((index % 28) + 1).padStart(2, "0")}`,
    ]);
    const count = async (many: number) =>
      (await world.hub.statements(() => statistics(...periods.slice(0, many)))).length;
    expect(await count(1)).toBe(8);
    expect(await count(50)).toBe(8);
  });
});
