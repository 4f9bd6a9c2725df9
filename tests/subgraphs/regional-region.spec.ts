/** What the regional partners add to regions. */
import { randomUUID } from "node:crypto";
import { statementsPerTable } from "../support/subgraph.ts";
import {
  counsellor,
  FIRST_DAY,
  neighbour,
  openRegionalWorld,
  professional,
  RIMOUSKI,
  RIVIERE_DU_LOUP,
  type RegionalWorld,
} from "../support/regional-world.ts";

let world: RegionalWorld;

beforeAll(async () => {
  world = await openRegionalWorld();
  await world.offer("2026-03-15", 5);
  await world.offer("2026-04-15", 7);
  await world.change(neighbour, "capacitySet", { regionCode: "01", month: "2026-03-15", offered: 2 });
  await world.change(professional, "regionProfileWrite", {
    regionCode: "01",
    realityFr: "Le fleuve, l’université et la forêt.",
    realityEn: "The river, the university and the forest.",
  });
  const service = { regionCode: "01", city: "Rimouski", aboutFr: "Pour les nouveaux arrivants." };
  await world.change(professional, "regionalServiceAdd", {
    ...service,
    kind: "HOUSING",
    name: "Comité logement",
    aboutEn: "For newcomers.",
    website: "https://logement.example/rimouski",
  });
  await world.change(neighbour, "regionalServiceAdd", { ...service, kind: "FRENCH_COURSES", name: "Cégep" });
  await world.change(professional, "regionalVideoPublish", {
    regionCode: "01",
    kind: "TESTIMONY",
    titleFr: "Ma vie à Matane",
    url: "https://videos.example/matane",
    captioned: true,
    consentedOn: "2026-03-01",
  });
});

beforeEach(() => world.today(FIRST_DAY));

afterAll(() => world.close());

const REGIONS = /* GraphQL */ `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Region {
        code
        partners {
          organisation {
            code
          }
          city
          regions {
            code
          }
          coverage {
            coversFrom
            coversUntil
            region {
              code
            }
          }
          capacity {
            offered
            byMonth {
              month
              remaining
            }
          }
        }
        profile {
          region {
            code
          }
          reality {
            fr
            en
          }
          writtenAt
          writtenBy {
            code
          }
          services {
            kind
            name
            city
            website
            about {
              fr
              en
            }
            organisation {
              code
            }
          }
          videos {
            id
            kind
            url
            captioned
            consentedOn
            title {
              fr
              en
            }
          }
        }
        welcomeCapacity {
          month
          offered
          reserved
          remaining
          byMonth {
            month
            offered
            reserved
            remaining
          }
        }
      }
    }
  }
`;

type Entities<Thing> = { _entities: Thing[] };
type RegionAnswer = Record<string, never> & { partners: { organisation: { code: string } }[] };

async function region(code: string): Promise<RegionAnswer> {
  const representations = [{ __typename: "Region", code }];
  const { _entities } = await world.read<Entities<RegionAnswer>>(counsellor, REGIONS, { representations });
  return _entities[0] as RegionAnswer;
}

describe("A region", () => {
  it("says who covers it, what it is like to live there, and how many it can receive", async () => {
    expect(await region("01")).toMatchObject({
      code: "01",
      partners: [
        {
          organisation: { code: RIMOUSKI },
          city: "Rimouski",
          regions: [{ code: "01" }],
          coverage: [{ coversFrom: "2018-04-01", coversUntil: null, region: { code: "01" } }],
          capacity: { offered: 5, byMonth: [{ month: "2026-03-01" }, { month: "2026-04-01", remaining: 7 }] },
        },
        { organisation: { code: RIVIERE_DU_LOUP }, capacity: { offered: 2 } },
      ],
      profile: {
        region: { code: "01" },
        reality: {
          fr: "Le fleuve, l’université et la forêt.",
          en: "The river, the university and the forest.",
        },
        writtenBy: { code: RIMOUSKI },
        services: [
          { kind: "FRENCH_COURSES", about: { en: null }, organisation: { code: RIVIERE_DU_LOUP } },
          { kind: "HOUSING", website: "https://logement.example/rimouski", about: { en: "For newcomers." } },
        ],
        videos: [{ kind: "TESTIMONY", captioned: true, consentedOn: "2026-03-01", title: { en: null } }],
      },
      welcomeCapacity: {
        month: "2026-03-01",
        offered: 7,
        reserved: 0,
        remaining: 7,
        byMonth: [
          { month: "2026-03-01", offered: 7, reserved: 0, remaining: 7 },
          { month: "2026-04-01", offered: 7, reserved: 0, remaining: 7 },
        ],
      },
    });
  });

  it("that nobody covers has no partner, an empty profile and no place", async () => {
    expect(await region("06")).toEqual({
      code: "06",
      partners: [],
      profile: {
        region: { code: "06" },
        reality: null,
        writtenAt: null,
        writtenBy: null,
        services: [],
        videos: [],
      },
      welcomeCapacity: { month: "2026-03-01", offered: 0, reserved: 0, remaining: 0, byMonth: [] },
    });
  });

  it("looks from this month on, in the month of Québec", async () => {
    world.today("2026-04-01");
    expect(await region("01")).toMatchObject({
      welcomeCapacity: { month: "2026-04-01", offered: 7, byMonth: [{ month: "2026-04-01" }] },
    });
  });

  it("is written by every partner that covers it: the last one stands", async () => {
    const write = (by: typeof professional, realityFr: string) =>
      world.change(
        by,
        "regionProfileWrite",
        { regionCode: "01", realityFr },
        "reality { fr en } writtenBy { code }",
      );
    const { thing } = await write(neighbour, "Le fleuve d’abord.");
    expect(thing).toEqual({
      reality: { fr: "Le fleuve d’abord.", en: null },
      writtenBy: { code: RIVIERE_DU_LOUP },
    });
    await world.change(professional, "regionProfileWrite", {
      regionCode: "01",
      realityFr: "Le fleuve, l’université et la forêt.",
      realityEn: "The river, the university and the forest.",
    });
  });

  it("no longer shows a video that was withdrawn", async () => {
    const { thing } = await world.change(
      professional,
      "regionalVideoPublish",
      {
        regionCode: "01",
        kind: "LOCAL_REALITY",
        titleFr: "L’hiver",
        url: "https://videos.example/hiver",
        captioned: true,
      },
      "id",
    );
    const videos = async () => (await region("01"))["profile"] as unknown as { videos: { id: string }[] };
    expect((await videos()).videos).toHaveLength(2);
    await world.change(professional, "regionalVideoWithdraw", { videoId: thing?.["id"] });
    expect((await videos()).videos).toHaveLength(1);
  });

  it("loses a partner, and its places, the day after its coverage ends", async () => {
    const code = "bas-saint-laurent-3";
    await world.hub.owner.query("insert into regional_partner (code, city) values ($1, 'Matane')", [code]);
    await world.hub.owner.query(
      "insert into coverage (id, partner_code, region_code, covers_from, covers_until) values ($1, $2, '01', '2025-04-01', '2026-06-30')",
      [randomUUID(), code],
    );
    await world.hub.owner.query(
      "insert into welcome_capacity (id, tenant, region_code, month, offered, reserved) values ($1, $2, '01', '2026-06-01', 4, 0), ($3, $2, '01', '2026-07-01', 4, 0)",
      [randomUUID(), code, randomUUID()],
    );
    const codes = async () => (await region("01")).partners.map(({ organisation }) => organisation.code);
    world.today("2026-06-30");
    expect(await codes()).toContain(code);
    expect(await region("01")).toMatchObject({ welcomeCapacity: { offered: 4, byMonth: [{ offered: 4 }] } });
    world.today("2026-07-01");
    expect(await codes()).not.toContain(code);
    expect(await region("01")).toMatchObject({ welcomeCapacity: { offered: 0, byMonth: [] } });
  });

  it("is covered by a partner once at a time", async () => {
    const overlap = world.hub.owner.query(
      "insert into coverage (id, partner_code, region_code, covers_from) values ($1, $2, '01', '2020-01-01')",
      [randomUUID(), RIMOUSKI],
    );
    await expect(overlap).rejects.toThrow("covered_once_at_a_time");
  });

  it("costs one statement per table, for one and for fifty", async () => {
    const representations = Array.from({ length: 50 }, (_, index) => ({
      __typename: "Region",
      code: String((index % 17) + 1).padStart(2, "0"),
    }));
    const count = async (many: number) =>
      statementsPerTable(
        await world.hub.statements(() =>
          world.read(counsellor, REGIONS, { representations: representations.slice(0, many) }),
        ),
      );
    const once = {
      regional_partner: 1,
      coverage: 1,
      welcome_capacity: 1,
      region_profile: 1,
      regional_service: 1,
      regional_video: 1,
    };
    expect(await count(1)).toEqual(once);
    expect(await count(50)).toEqual(once);
  });
});
