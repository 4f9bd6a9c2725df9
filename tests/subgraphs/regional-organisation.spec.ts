/** What the regional partners add to organisations. */
import { statementsPerTable } from "../support/subgraph.ts";
import {
  counsellor,
  FIRST_DAY,
  openRegionalWorld,
  RIMOUSKI,
  SHERBROOKE,
  type RegionalWorld,
} from "../support/regional-world.ts";

let world: RegionalWorld;

beforeAll(async () => {
  world = await openRegionalWorld();
  await world.offer("2026-03-15", 5);
  world.today(FIRST_DAY);
});

afterAll(() => world.close());

const ORGANISATIONS = /* GraphQL */ `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Organisation {
        code
        regionalPartner {
          city
          regions {
            code
          }
          capacity {
            month
            offered
            remaining
          }
        }
      }
    }
  }
`;

describe("An organisation", () => {
  it("that is a regional partner has its regions and its capacity; any other has none", async () => {
    const representations = [RIMOUSKI, SHERBROOKE, "fccq", "bas-saint-laurent-9"].map((code) => ({
      __typename: "Organisation",
      code,
    }));
    expect(await world.read(counsellor, ORGANISATIONS, { representations })).toEqual({
      _entities: [
        {
          code: RIMOUSKI,
          regionalPartner: {
            city: "Rimouski",
            regions: [{ code: "01" }],
            capacity: { month: "2026-03-01", offered: 5, remaining: 5 },
          },
        },
        {
          code: SHERBROOKE,
          regionalPartner: {
            city: "Sherbrooke",
            regions: [{ code: "05" }],
            capacity: { month: "2026-03-01", offered: 0, remaining: 0 },
          },
        },
        { code: "fccq", regionalPartner: null },
        { code: "bas-saint-laurent-9", regionalPartner: null },
      ],
    });
  });

  it("costs one statement per table, for one and for fifty, beside the list of partners as well", async () => {
    const representations = Array.from({ length: 50 }, (_, index) => ({
      __typename: "Organisation",
      code: index === 0 ? RIMOUSKI : `mauricie-${index}`,
    }));
    const beside = ORGANISATIONS.replace(
      "_entities(",
      "regionalPartners { city organisation { regionalPartner { city } } capacity { offered } } _entities(",
    );
    const count = async (many: number) =>
      statementsPerTable(
        await world.hub.statements(() =>
          world.read(counsellor, beside, { representations: representations.slice(0, many) }),
        ),
      );
    const once = { regional_partner: 1, coverage: 1, welcome_capacity: 1 };
    expect(await count(1)).toEqual(once);
    expect(await count(50)).toEqual(once);
  });
});
