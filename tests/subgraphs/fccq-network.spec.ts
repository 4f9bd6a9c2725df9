import "reflect-metadata";
import { describeChanges, NOBODY, tooLong } from "../support/fccq-changes.ts";
import { counsellor, officer, openWorld, read, TODAY, type World } from "../support/fccq-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const A_BUSINESS = { name: "Fonderie du Nord", sector: "33", regionCode: "09", city: "Sept-Îles" };

describe("The changes of the network", () => {
  describeChanges(
    () => world,
    [
      {
        mutation: "chamberRecord",
        thing: "chamber { id name joinedOn region { code } }",
        input: async () => ({ name: "Chambre de Gaspé", regionCode: "11", city: "Gaspé" }),
        becomes: { name: "Chambre de Gaspé", joinedOn: TODAY, region: { code: "11" } },
        bad: [
          [{ name: "" }, "REQUIRED", "name"],
          [{ name: tooLong(200) }, "TOO_LONG", "name"],
          [{ regionCode: "18" }, "INVALID_FORMAT", "regionCode"],
          [{ city: tooLong(100) }, "TOO_LONG", "city"],
          [{ joinedOn: "2027-01-01" }, "OUT_OF_RANGE", "joinedOn"],
          [{ reference: tooLong(200) }, "TOO_LONG", "reference"],
        ],
      },
      {
        mutation: "businessRecord",
        thing: "business { id name sector chamber { city } }",
        input: async () => ({ ...A_BUSINESS, sector: "31", chamberId: (await world.chamber()).id }),
        becomes: { name: "Fonderie du Nord", sector: "31", chamber: { city: "Rimouski" } },
        bad: [
          [{ name: "" }, "REQUIRED", "name"],
          [{ sector: "33" }, "INVALID_FORMAT", "sector"],
          [{ regionCode: "0" }, "INVALID_FORMAT", "regionCode"],
          [{ chamberId: NOBODY }, "UNKNOWN_REFERENCE", "chamberId"],
          [{ registeredOn: "2027-01-01" }, "OUT_OF_RANGE", "registeredOn"],
        ],
      },
      {
        mutation: "businessCorrect",
        thing: "business { id name city chamber { id } }",
        input: async () => ({
          ...A_BUSINESS,
          sector: "31",
          businessId: (await world.business({ chamberId: (await world.chamber()).id })).id,
        }),
        becomes: { name: "Fonderie du Nord", city: "Sept-Îles", chamber: null },
        bad: [
          [{ businessId: NOBODY }, "UNKNOWN_REFERENCE", "businessId"],
          [{ businessId: "not an id" }, "UNKNOWN_REFERENCE", "businessId"],
          [{ city: "" }, "REQUIRED", "city"],
        ],
      },
      {
        mutation: "corporateMemberRecord",
        thing: "membership { id since until }",
        input: async () => ({ businessId: (await world.business()).id, since: "2020-01-01" }),
        becomes: { since: "2020-01-01", until: null },
        bad: [
          [{ businessId: NOBODY }, "UNKNOWN_REFERENCE", "businessId"],
          [{ since: "2027-01-01" }, "OUT_OF_RANGE", "since"],
        ],
        again: "CONFLICT",
      },
      {
        mutation: "corporateMemberEnd",
        thing: "membership { id until }",
        input: async () => ({
          membershipId: (await world.member({ businessId: (await world.business()).id })).id,
          until: "2026-12-31",
        }),
        becomes: { until: "2026-12-31" },
        bad: [
          [{ membershipId: NOBODY }, "UNKNOWN_REFERENCE", "membershipId"],
          [{ until: "2014-12-31" }, "OUT_OF_RANGE", "until"],
        ],
        again: "WRONG_STATE",
      },
      {
        mutation: "regionUntarget",
        thing: "targetedRegion { id until region { code } }",
        input: async () => {
          await world.hub.database.query("delete from targeted_region");
          return { targetedRegionId: (await world.target({ regionCode: "05" })).id, until: "2026-11-30" };
        },
        becomes: { until: "2026-11-30", region: { code: "05" } },
        bad: [
          [{ targetedRegionId: NOBODY }, "UNKNOWN_REFERENCE", "targetedRegionId"],
          [{ until: "2018-10-31" }, "OUT_OF_RANGE", "until"],
        ],
        again: "WRONG_STATE",
      },
      {
        mutation: "regionTarget",
        thing: "targetedRegion { id since region { code } }",
        input: async () => {
          await world.hub.database.query("delete from targeted_region");
          return { regionCode: "08", since: "2026-12-01" };
        },
        becomes: { since: "2026-12-01", region: { code: "08" } },
        bad: [[{ regionCode: "20" }, "INVALID_FORMAT", "regionCode"]],
        again: "CONFLICT",
      },
    ],
  );
});

describe("A region", () => {
  const REGION = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Region { targetedSince openPositions activities { nodes { title } } } } }`;
  const ask = (code: string) =>
    read(world.hub, counsellor, REGION, { representations: [{ __typename: "Region", code }] });

  it("is targeted again after a while, and says since when it is now", async () => {
    await world.target({ regionCode: "17", since: "2018-11-01", until: "2020-03-31" });
    expect(await ask("17")).toMatchObject({ _entities: [{ targetedSince: null }] });
    const { errors } = await world.change("regionTarget", "targetedRegion { id }", {
      regionCode: "17",
      since: "2026-01-01",
    });
    expect(errors).toEqual([]);
    expect(await ask("17")).toMatchObject({ _entities: [{ targetedSince: "2026-01-01" }] });
  });

  it("has its open positions and its activities", async () => {
    await world.position({ regionCode: "10" });
    await world.position({ regionCode: "10", state: "WITHDRAWN" as never, closedOn: TODAY });
    await world.activity({ regionCode: "10", title: "Une journée à Chibougamau" });
    expect(await ask("10")).toMatchObject({
      _entities: [{ openPositions: 1, activities: { nodes: [{ title: "Une journée à Chibougamau" }] } }],
    });
  });

  it("says what is wrong with a cursor of another list", async () => {
    const cursor = Buffer.from('["x","y"]').toString("base64url");
    const { errors } = await world.hub.ask(
      counsellor,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Region { activities(after: "${cursor}") { nodes { id } } } } }`,
      { representations: [{ __typename: "Region", code: "10" }] },
    );
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});

describe("A business", () => {
  it("shows its membership while it lasts, and what it was helped with to FCCQ's staff", async () => {
    const business = await world.business();
    await world.member({ businessId: business.id, since: "2010-01-01", until: "2014-12-31" });
    await world.member({ businessId: business.id, since: "2020-01-01" });
    await world.change("employerSupportRecord", "support { id }", {
      businessId: business.id,
      topic: "ONBOARDING",
      note: "Un guide d'accueil.",
    });
    const query = `{ business(id: "${business.id}") { corporateMembership { since } support { nodes { topic } } } }`;
    const corporateMembership = { since: "2020-01-01" };
    expect(await read(world.hub, officer, query)).toEqual({
      business: { corporateMembership, support: { nodes: [{ topic: "ONBOARDING" }] } },
    });
    expect(await read(world.hub, counsellor, query)).toEqual({
      business: { corporateMembership, support: null },
    });
  });
});
