import { describeChanges, nobody, tooLong, type ChangeCase } from "../support/eer-changes.ts";
import { openEerWorld, type EerWorld } from "../support/eer-world.ts";

let world: EerWorld;

beforeAll(async () => {
  world = await openEerWorld();
});

afterAll(() => world.hub.close());

async function anAmbassador(of: EerWorld): Promise<string> {
  const { memberId } = await of.anArrival();
  return of.made("ambassadorVolunteer", { memberId, activities: ["TESTIMONY"] });
}

const GRANT_MOVES: ChangeCase[] = [
  { name: "travelGrantApprove", personOnly: true as const, extra: {} },
  { name: "travelGrantCancel", extra: {} },
  { name: "travelGrantRefuse", personOnly: true as const, extra: { reason: "Déjà remboursé" } },
].map(({ extra, ...each }) => ({
  ...each,
  good: async (of) => ({ travelGrantId: await of.aTravelGrant(), ...extra }),
  again: "WRONG_STATE",
  bad: [[{ travelGrantId: nobody }, "UNKNOWN_REFERENCE", ["travelGrantId"]]],
}));

const CASES: ChangeCase[] = [
  ...GRANT_MOVES,
  {
    name: "travelGrantRefuse",
    good: async (of) => ({ travelGrantId: await of.aTravelGrant(), reason: "Déjà remboursé" }),
    again: "WRONG_STATE",
    bad: [
      [{ reason: "" }, "REQUIRED", ["reason"]],
      [{ reason: tooLong }, "TOO_LONG", ["reason"]],
    ],
  },
  {
    name: "travelGrantPay",
    good: async (of) => {
      const travelGrantId = await of.aTravelGrant();
      await of.made("travelGrantApprove", { travelGrantId });
      return { travelGrantId };
    },
    again: "WRONG_STATE",
    bad: [[{ travelGrantId: nobody }, "UNKNOWN_REFERENCE", ["travelGrantId"]]],
  },
  {
    name: "travelGrantRequest",
    good: async (of) => ({
      memberId: (await of.aHousehold()).memberId,
      employer: "Fromagerie du Marais",
      regionCode: "17",
      city: "Victoriaville",
      travelsOn: "2026-03-10",
      amountCents: 18_050,
    }),
    again: null,
    bad: [
      [{ memberId: nobody }, "UNKNOWN_REFERENCE", ["memberId"]],
      [{ employer: "" }, "REQUIRED", ["employer"]],
      [{ employer: "x".repeat(201) }, "TOO_LONG", ["employer"]],
      [{ regionCode: "18" }, "INVALID_FORMAT", ["regionCode"]],
      [{ city: "" }, "REQUIRED", ["city"]],
      [{ city: "x".repeat(101) }, "TOO_LONG", ["city"]],
      [{ travelsOn: "2026-03-09" }, "OUT_OF_RANGE", ["travelsOn"]],
      [{ amountCents: 0 }, "OUT_OF_RANGE", ["amountCents"]],
      [{ amountCents: 1_000_001 }, "OUT_OF_RANGE", ["amountCents"]],
    ],
  },
  {
    name: "ambassadorVolunteer",
    good: async (of) => ({ memberId: (await of.anArrival()).memberId, activities: ["EVENT", "MENTORING"] }),
    again: "CONFLICT",
    bad: [
      [{ memberId: nobody }, "UNKNOWN_REFERENCE", ["memberId"]],
      [{ activities: [] }, "REQUIRED", ["activities"]],
    ],
  },
  {
    name: "ambassadorStop",
    good: async (of) => ({ ambassadorId: await anAmbassador(of) }),
    again: "WRONG_STATE",
    bad: [[{ ambassadorId: nobody }, "UNKNOWN_REFERENCE", ["ambassadorId"]]],
  },
  {
    name: "outreachEventPlan",
    good: async () => ({ kind: "WEBINAR", title: "Vivre en région", heldOn: "2026-05-09" }),
    again: null,
    namesNothing: true,
    bad: [
      [{ title: "" }, "REQUIRED", ["title"]],
      [{ title: "x".repeat(201) }, "TOO_LONG", ["title"]],
      [{ city: "Montréal" }, "REQUIRED", ["city"]],
      [{ kind: "FAIR" }, "REQUIRED", ["city"]],
      [{ kind: "FAIR", city: "x".repeat(101) }, "TOO_LONG", ["city"]],
      [{ heldOn: "2009-12-31" }, "OUT_OF_RANGE", ["heldOn"]],
    ],
  },
  {
    name: "outreachEventHold",
    good: async (of) => ({ outreachEventId: await of.anEvent(), attendance: 240 }),
    again: "WRONG_STATE",
    bad: [
      [{ outreachEventId: nobody }, "UNKNOWN_REFERENCE", ["outreachEventId"]],
      [{ attendance: -1 }, "OUT_OF_RANGE", ["attendance"]],
      [{ attendance: 1_000_001 }, "OUT_OF_RANGE", ["attendance"]],
    ],
  },
  {
    name: "outreachEventCancel",
    good: async (of) => ({ outreachEventId: await of.anEvent() }),
    again: "WRONG_STATE",
    bad: [[{ outreachEventId: nobody }, "UNKNOWN_REFERENCE", ["outreachEventId"]]],
  },
];

describeChanges("A counsellor's change", () => world, CASES);

describe("A child", () => {
  it("neither travels to an employer nor is an ambassador", async () => {
    const { householdId } = await world.anArrival();
    const child = { householdId, role: "CHILD", ageGroup: "SECONDARY_SCHOOL" };
    const memberId = await world.made("householdMemberAdd", child);
    expect(await world.change("ambassadorVolunteer", { memberId, activities: ["EVENT"] })).toMatchObject({
      userErrors: [{ code: "WRONG_STATE", field: ["memberId"] }],
    });
    const journey = {
      memberId,
      employer: "Scierie du Fleuve",
      regionCode: "01",
      city: "Rimouski",
      travelsOn: "2026-03-20",
      amountCents: 25_000,
    };
    expect(await world.change("travelGrantRequest", journey)).toMatchObject({
      userErrors: [{ code: "OUT_OF_RANGE", field: ["memberId"] }],
    });
  });
});

describe("An outreach event", () => {
  it("is not held before its day", async () => {
    const outreachEventId = await world.anEvent({ heldOn: "2026-03-11" });
    expect(await world.change("outreachEventHold", { outreachEventId })).toMatchObject({
      userErrors: [{ code: "WRONG_STATE", field: ["outreachEventId"] }],
    });
  });
});

describe("The specs of EER's changes", () => {
  it("leave no mutation of this area out", () => {
    const here = /^(travelGrant|ambassador|outreachEvent)/;
    const mutations = [...world.mutations.keys()].filter((name) => here.test(name)).sort();
    expect([...new Set(CASES.map(({ name }) => name))].sort()).toEqual(mutations);
  });
});
