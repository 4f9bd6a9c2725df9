/** What the regional partners achieved between two dates, with nobody to be found behind a number. */
import { randomUUID } from "node:crypto";
import { statementsPerTable } from "../support/subgraph.ts";
import { openRegionalWorld, RIMOUSKI, SHERBROOKE, type RegionalWorld } from "../support/regional-world.ts";
import { viewer } from "../support/subgraph.ts";

const dashboard = viewer("alliance", "DASHBOARD", { purpose: "STATISTICS", purposes: ["STATISTICS"] });

let world: RegionalWorld;

beforeAll(async () => {
  world = await openRegionalWorld();
  await settled(RIMOUSKI, "01", "2025-02-01", 6);
  await settled(RIMOUSKI, "01", "2025-02-15", 7);
  await settled(SHERBROOKE, "05", "2025-02-10", 3);
  await settled(SHERBROOKE, "05", "2025-06-10", 4);
  await visited(RIMOUSKI, "01", "2025-02-02", 8);
  await visited(SHERBROOKE, "05", "2025-02-03", 2);
});

afterAll(() => world.close());

/** Households that arrived on a day, settled ten days later, and were still there after three months. */
async function settled(tenant: string, region: string, arrivedOn: string, households: number): Promise<void> {
  for (let index = 0; index < households; index += 1) {
    const [capacity, id] = [randomUUID(), randomUUID()];
    await world.hub.owner.query(
      `insert into welcome_capacity (id, tenant, region_code, month, offered, reserved)
       values ($1, $2, $3, date_trunc('month', $4::date), 20, 1)
       on conflict (tenant, region_code, month) do update set reserved = welcome_capacity.reserved + 1`,
      [capacity, tenant, region, arrivedOn],
    );
    await world.hub.owner.query(
      `insert into welcome_case (id, tenant, registration_id, region_code, adults, children, state, assigned_to,
         opened_on, contacted_on, expected_on, capacity_id, arrived_on, settled_on)
       select $1, $2, $3, $4, 1, 0, 'SETTLED', 'somebody', $5, $5, $5, c.id, $5::date, $5::date + 10
       from welcome_capacity c where c.tenant = $2 and c.month = date_trunc('month', $5::date)`,
      [id, tenant, randomUUID(), region, arrivedOn],
    );
    await world.hub.owner.query(
      `insert into retention_check (id, tenant, case_id, months, due_on, outcome, checked_on, checked_by)
       values ($1, $2, $3, 3, $4::date + 90, 'STILL_THERE', $4::date + 90, 'somebody')`,
      [randomUUID(), tenant, id, arrivedOn],
    );
  }
}

async function visited(tenant: string, region: string, heldOn: string, received: number): Promise<void> {
  await world.hub.owner.query(
    `insert into visit (id, tenant, region_code, city, title, state, planned_on, held_on, received)
     values ($1, $2, $3, 'Ville', 'Visite', 'HELD', $4, $4, $5)`,
    [randomUUID(), tenant, region, heldOn, received],
  );
}

const STATISTICS = /* GraphQL */ `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Statistics {
        from
        to
        welcome {
          partners
          regions
          arrivals
          settled
          retention {
            months
            stillThere
            left
            unreachable
          }
          visits
          visitors
          byRegion {
            region {
              code
            }
            partners
            arrivals
            settled
            visits
            visitors
          }
        }
      }
    }
  }
`;

async function statistics(...periods: [string, string][]): Promise<Record<string, unknown>[]> {
  const representations = periods.map(([from, to]) => ({ __typename: "Statistics", from, to }));
  const { _entities } = await world.read<{ _entities: { welcome: Record<string, unknown> }[] }>(
    dashboard,
    STATISTICS,
    { representations },
  );
  return _entities.map(({ welcome }) => welcome);
}

describe("The statistics of the regional partners", () => {
  it("count partners, regions and visits, and publish people region by region", async () => {
    expect(await statistics(["2025-01-01", "2025-12-31"])).toEqual([
      {
        partners: 3,
        regions: 2,
        arrivals: 20,
        settled: 20,
        retention: [
          { months: 3, stillThere: 16, left: null, unreachable: null },
          { months: 6, stillThere: null, left: null, unreachable: null },
          { months: 12, stillThere: null, left: null, unreachable: null },
        ],
        visits: 2,
        visitors: 8,
        byRegion: [
          { region: { code: "01" }, partners: 2, arrivals: 13, settled: 13, visits: 1, visitors: 8 },
          { region: { code: "05" }, partners: 1, arrivals: 7, settled: 7, visits: 1, visitors: null },
        ],
      },
    ]);
  });

  it("withhold fewer than five people, from the total as from the region", async () => {
    const [february] = await statistics(["2025-02-01", "2025-02-28"]);
    expect(february).toMatchObject({
      arrivals: 13,
      byRegion: [{ arrivals: 13 }, { region: { code: "05" }, arrivals: null }],
    });
  });

  it("say who covered what on the last day, and nothing of what came after", async () => {
    expect(await statistics(["2018-01-01", "2018-03-31"], ["2018-01-01", "2018-04-01"])).toMatchObject([
      { partners: 0, regions: 0, arrivals: null, visits: 0, byRegion: [] },
      { partners: 3, regions: 2, arrivals: null, visits: 0, byRegion: [{ partners: 2 }, { partners: 1 }] },
    ]);
  });

  it("of several periods are each its own, however long the others are", async () => {
    const [all, first, second] = await statistics(
      ["2025-01-01", "2025-12-31"],
      ["2025-02-01", "2025-02-10"],
      ["2025-02-11", "2025-02-28"],
    );
    expect([all, first, second].map((period) => period?.["arrivals"])).toEqual([20, 6, 7]);
  });

  it("cost one statement per table, for one period and for fifty", async () => {
    const periods = Array.from({ length: 50 }, (_, index): [string, string] => [
      "2025-01-01",
      `2025-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}`,
    ]);
    const count = async (many: number) =>
      statementsPerTable(await world.hub.statements(() => statistics(...periods.slice(0, many))));
    const once = { coverage: 1, households_arrived: 1, retention_outcomes: 1, visit: 1 };
    expect(await count(1)).toEqual(once);
    expect(await count(50)).toEqual(once);
  });
});
