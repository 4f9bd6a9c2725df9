import { randomUUID } from "node:crypto";
import { describeChanges, nobody, tooLong, type ChangeCase } from "../support/eer-changes.ts";
import { openEerWorld, type EerWorld } from "../support/eer-world.ts";

let world: EerWorld;

beforeAll(async () => {
  world = await openEerWorld();
});

afterAll(() => world.hub.close());

const ticket = ({ hub }: EerWorld) => hub.ticket(randomUUID(), "promis");

async function aSpouse(of: EerWorld): Promise<{ householdId: string; memberId: string }> {
  const { householdId } = await of.aHousehold();
  return { householdId, memberId: await of.made("householdMemberAdd", { householdId, role: "SPOUSE" }) };
}

async function aNeed(of: EerWorld): Promise<string> {
  const { memberId } = await of.aHousehold();
  return of.made("householdNeedRecord", { memberId, kind: "CHILD_CARE" });
}

const CASES: ChangeCase[] = [
  {
    name: "householdOpen",
    good: async (of) => ({
      ticket: ticket(of),
      track: "TRAINING",
      source: "OUTREACH_EVENT",
      outreachEventId: await of.anEvent(),
      openedOn: "2026-03-01",
    }),
    again: "CONFLICT",
    bad: [
      [{ ticket: "not a ticket" }, "UNKNOWN_REFERENCE", ["ticket"]],
      [{ source: "WORD_OF_MOUTH" }, "REQUIRED", ["outreachEventId"]],
      [{ outreachEventId: null }, "REQUIRED", ["outreachEventId"]],
      [{ outreachEventId: nobody }, "UNKNOWN_REFERENCE", ["outreachEventId"]],
      [{ openedOn: "2026-03-11" }, "OUT_OF_RANGE", ["openedOn"]],
      [{ openedOn: "2009-12-31" }, "OUT_OF_RANGE", ["openedOn"]],
      [{ reference: "" }, "REQUIRED", ["reference"]],
      [{ reference: "x".repeat(201) }, "TOO_LONG", ["reference"]],
    ],
  },
  {
    name: "householdClose",
    good: async (of) => ({ householdId: (await of.aHousehold()).householdId, reason: "WITHDREW" }),
    again: "WRONG_STATE",
    bad: [
      [{ householdId: nobody }, "UNKNOWN_REFERENCE", ["householdId"]],
      [{ householdId: "not an id" }, "UNKNOWN_REFERENCE", ["householdId"]],
      [{ closedOn: "2026-01-04" }, "OUT_OF_RANGE", ["closedOn"]],
    ],
  },
  {
    name: "householdReopen",
    good: async (of) => {
      const { householdId } = await of.aHousehold();
      await of.made("householdClose", { householdId, reason: "CONTACT_LOST" });
      return { householdId };
    },
    again: "WRONG_STATE",
    bad: [[{ householdId: nobody }, "UNKNOWN_REFERENCE", ["householdId"]]],
  },
  {
    name: "householdMemberAdd",
    good: async (of) => ({
      householdId: (await of.aHousehold()).householdId,
      role: "SPOUSE",
      ticket: ticket(of),
      track: "TRAINING",
    }),
    again: "CONFLICT",
    bad: [
      [{ householdId: nobody }, "UNKNOWN_REFERENCE", ["householdId"]],
      [{ role: "PRINCIPAL" }, "OUT_OF_RANGE", ["role"]],
      [{ role: "CHILD" }, "OUT_OF_RANGE", ["ticket"]],
      [{ role: "CHILD", ticket: null }, "REQUIRED", ["ageGroup"]],
      [{ ageGroup: "ADULT" }, "REQUIRED", ["ageGroup"]],
      [{ ticket: "forged" }, "UNKNOWN_REFERENCE", ["ticket"]],
      [{ track: null }, "REQUIRED", ["track"]],
      [{ joinedOn: "2026-01-04" }, "OUT_OF_RANGE", ["joinedOn"]],
    ],
  },
  {
    name: "householdMemberRegister",
    good: async (of) => ({ memberId: (await aSpouse(of)).memberId, ticket: ticket(of), track: "EMPLOYMENT" }),
    again: "WRONG_STATE",
    bad: [
      [{ memberId: nobody }, "UNKNOWN_REFERENCE", ["memberId"]],
      [{ ticket: "forged" }, "UNKNOWN_REFERENCE", ["ticket"]],
    ],
  },
  {
    name: "householdMemberLeave",
    good: async (of) => ({ memberId: (await aSpouse(of)).memberId }),
    again: "WRONG_STATE",
    bad: [
      [{ memberId: nobody }, "UNKNOWN_REFERENCE", ["memberId"]],
      [{ leftOn: "2026-03-11" }, "OUT_OF_RANGE", ["leftOn"]],
    ],
  },
  {
    name: "householdNeedRecord",
    good: async (of) => ({
      memberId: (await of.aHousehold()).memberId,
      kind: "OTHER",
      description: "Un piano",
    }),
    again: null,
    bad: [
      [{ memberId: nobody }, "UNKNOWN_REFERENCE", ["memberId"]],
      [{ description: "" }, "REQUIRED", ["description"]],
      [{ description: tooLong }, "TOO_LONG", ["description"]],
    ],
  },
  {
    name: "householdNeedMeet",
    good: async (of) => ({ needId: await aNeed(of) }),
    again: "WRONG_STATE",
    bad: [[{ needId: nobody }, "UNKNOWN_REFERENCE", ["needId"]]],
  },
  {
    name: "householdNeedDrop",
    good: async (of) => ({ needId: await aNeed(of) }),
    again: "WRONG_STATE",
    bad: [[{ needId: nobody }, "UNKNOWN_REFERENCE", ["needId"]]],
  },
  {
    name: "householdSupportGive",
    good: async (of) => ({
      memberId: (await of.aHousehold()).memberId,
      kind: "MOVING",
      amountCents: 120_000,
      note: "Camion",
    }),
    again: null,
    bad: [
      [{ memberId: nobody }, "UNKNOWN_REFERENCE", ["memberId"]],
      [{ needId: nobody }, "UNKNOWN_REFERENCE", ["needId"]],
      [{ amountCents: -1 }, "OUT_OF_RANGE", ["amountCents"]],
      [{ amountCents: 1_000_001 }, "OUT_OF_RANGE", ["amountCents"]],
      [{ note: tooLong }, "TOO_LONG", ["note"]],
      [{ givenOn: "2026-03-11" }, "OUT_OF_RANGE", ["givenOn"]],
    ],
  },
  {
    name: "counsellorAdd",
    good: async () => ({ subject: randomUUID(), name: "Lê Thị Hoa" }),
    again: "CONFLICT",
    namesNothing: true,
    bad: [
      [{ subject: "" }, "REQUIRED", ["subject"]],
      [{ subject: "x".repeat(201) }, "TOO_LONG", ["subject"]],
      [{ name: "" }, "REQUIRED", ["name"]],
      [{ name: "x".repeat(201) }, "TOO_LONG", ["name"]],
      [{ startedOn: "2026-03-11" }, "OUT_OF_RANGE", ["startedOn"]],
    ],
  },
  {
    name: "counsellorLeave",
    good: async (of) => ({ counsellorId: await of.aCounsellor() }),
    again: "WRONG_STATE",
    bad: [
      [{ counsellorId: nobody }, "UNKNOWN_REFERENCE", ["counsellorId"]],
      [{ endedOn: "2020-01-05" }, "OUT_OF_RANGE", ["endedOn"]],
    ],
  },
  {
    name: "counsellorAssign",
    good: async (of) => ({
      householdId: (await of.aHousehold()).householdId,
      counsellorId: await of.aCounsellor(),
    }),
    again: "WRONG_STATE",
    bad: [
      [{ householdId: nobody }, "UNKNOWN_REFERENCE", ["householdId"]],
      [{ counsellorId: nobody }, "UNKNOWN_REFERENCE", ["counsellorId"]],
      [{ since: "2026-01-04" }, "OUT_OF_RANGE", ["since"]],
    ],
  },
];

describeChanges("A counsellor's change", () => world, CASES);

describe("A household whose file is closed", () => {
  it("is not changed until it is opened again", async () => {
    const { householdId, memberId } = await world.aHousehold();
    await world.made("householdClose", { householdId, reason: "REDIRECTED" });
    const refused = { thing: null, userErrors: [{ code: "WRONG_STATE" }] };
    expect(await world.change("householdNeedRecord", { memberId, kind: "FRENCH" })).toMatchObject(refused);
    expect(await world.change("regionChoose", { householdId, regionCode: "01" })).toMatchObject(refused);
    await world.made("householdReopen", { householdId });
    await world.made("householdNeedRecord", { memberId, kind: "FRENCH" });
  });

  it("leaves the caseload of its counsellor, who may then leave the team", async () => {
    const { householdId } = await world.aHousehold();
    const counsellorId = await world.inCare(householdId);
    expect(await world.change("counsellorLeave", { counsellorId })).toMatchObject({
      userErrors: [{ code: "WRONG_STATE", field: ["counsellorId"] }],
    });
    await world.made("householdClose", { householdId, reason: "ESTABLISHED" });
    await world.made("counsellorLeave", { counsellorId });
  });
});

describe("A household", () => {
  it("keeps its principal, and one spouse at a time", async () => {
    const { householdId, memberId } = await world.aHousehold();
    expect(await world.change("householdMemberLeave", { memberId })).toMatchObject({
      userErrors: [{ code: "WRONG_STATE", field: ["memberId"] }],
    });
    const spouse = { householdId, role: "SPOUSE" };
    const first = await world.made("householdMemberAdd", spouse);
    expect(await world.change("householdMemberAdd", spouse)).toMatchObject({
      userErrors: [{ code: "CONFLICT" }],
    });
    await world.made("householdMemberLeave", { memberId: first });
    await world.made("householdMemberAdd", spouse);
  });

  it("does not count a support against the need of another member", async () => {
    const needId = await aNeed(world);
    const { memberId } = await world.aHousehold();
    const input = { memberId, kind: "CHILD_CARE", amountCents: 0, needId };
    expect(await world.change("householdSupportGive", input)).toMatchObject({
      userErrors: [{ code: "UNKNOWN_REFERENCE", field: ["needId"] }],
    });
  });

  it("is not opened from an event that was cancelled", async () => {
    const outreachEventId = await world.anEvent();
    await world.made("outreachEventCancel", { outreachEventId });
    const input = { ticket: ticket(world), track: "EMPLOYMENT", source: "OUTREACH_EVENT", outreachEventId };
    expect(await world.change("householdOpen", input)).toMatchObject({
      userErrors: [{ code: "WRONG_STATE", field: ["outreachEventId"] }],
    });
  });
});

describe("The specs of EER's changes", () => {
  it("leave no mutation of this area out", () => {
    const here = /^(household|counsellor)/;
    const mutations = [...world.mutations.keys()].filter((name) => here.test(name)).sort();
    expect(CASES.map(({ name }) => name).sort()).toEqual(mutations);
  });
});
