import { describeChanges, nobody, tooLong, type ChangeCase } from "../support/eer-changes.ts";
import { openEerWorld, type EerWorld } from "../support/eer-world.ts";

let world: EerWorld;

beforeAll(async () => {
  world = await openEerWorld();
});

afterAll(() => world.hub.close());

async function aTask(of: EerWorld): Promise<string> {
  const { planId } = await of.aMove();
  const [task] = await of.hub.owner.query<{ id: string }[]>(
    "select id from relocation_task where plan_id = $1 order by position limit 1",
    [planId],
  );
  return task?.id ?? "";
}

const TASK_MOVES: ChangeCase[] = ["relocationTaskComplete", "relocationTaskSetAside"].map((name) => ({
  name,
  good: async (of) => ({ taskId: await aTask(of) }),
  again: "WRONG_STATE",
  bad: [[{ taskId: nobody }, "UNKNOWN_REFERENCE", ["taskId"]]],
}));

const CASES: ChangeCase[] = [
  ...TASK_MOVES,
  {
    name: "regionChoose",
    good: async (of) => ({
      householdId: (await of.aHousehold()).householdId,
      regionCode: "11",
      city: "Gaspé",
      reason: "La mer",
      chosenOn: "2026-03-01",
    }),
    again: "CONFLICT",
    bad: [
      [{ householdId: nobody }, "UNKNOWN_REFERENCE", ["householdId"]],
      [{ regionCode: "18" }, "INVALID_FORMAT", ["regionCode"]],
      [{ regionCode: "06" }, "OUT_OF_RANGE", ["regionCode"]],
      [{ city: "" }, "REQUIRED", ["city"]],
      [{ city: "x".repeat(101) }, "TOO_LONG", ["city"]],
      [{ reason: tooLong }, "TOO_LONG", ["reason"]],
      [{ chosenOn: "2026-03-11" }, "OUT_OF_RANGE", ["chosenOn"]],
    ],
  },
  {
    name: "relocationPlanOpen",
    good: async (of) => {
      const { householdId } = await of.aHousehold();
      await of.made("regionChoose", { householdId, regionCode: "01" });
      return { householdId, regionalPartner: "bas-saint-laurent-1" };
    },
    again: "CONFLICT",
    bad: [
      [{ householdId: nobody }, "UNKNOWN_REFERENCE", ["householdId"]],
      [{ regionalPartner: "Le Bas-Saint-Laurent" }, "INVALID_FORMAT", ["regionalPartner"]],
      [{ regionalPartner: "x".repeat(61) }, "TOO_LONG", ["regionalPartner"]],
    ],
  },
  {
    name: "relocationContactConfirm",
    good: async (of) => ({ planId: (await of.aMove()).planId, regionalPartner: "bas-saint-laurent-2" }),
    again: "WRONG_STATE",
    bad: [
      [{ planId: nobody }, "UNKNOWN_REFERENCE", ["planId"]],
      [{ regionalPartner: "?" }, "INVALID_FORMAT", ["regionalPartner"]],
      [{ confirmedOn: "2026-03-11" }, "OUT_OF_RANGE", ["confirmedOn"]],
    ],
  },
  {
    name: "relocationMoveDate",
    good: async (of) => ({ planId: (await of.aMove()).planId, moveOn: "2026-07-01" }),
    again: null,
    bad: [
      [{ planId: nobody }, "UNKNOWN_REFERENCE", ["planId"]],
      [{ moveOn: "2026-03-09" }, "OUT_OF_RANGE", ["moveOn"]],
    ],
  },
  {
    name: "relocationArrivalConfirm",
    good: async (of) => {
      const { planId } = await of.aMove();
      await of.made("relocationMoveDate", { planId, moveOn: "2026-03-10" });
      return { planId };
    },
    again: "WRONG_STATE",
    bad: [
      [{ planId: nobody }, "UNKNOWN_REFERENCE", ["planId"]],
      [{ arrivedOn: "2026-03-11" }, "OUT_OF_RANGE", ["arrivedOn"]],
      [{ arrivedOn: "2026-03-09" }, "OUT_OF_RANGE", ["arrivedOn"]],
    ],
  },
  {
    name: "relocationSettle",
    good: async (of) => {
      const { planId } = await of.anArrival();
      await of.nothingLeftToDo(planId);
      return { planId };
    },
    again: "WRONG_STATE",
    bad: [
      [{ planId: nobody }, "UNKNOWN_REFERENCE", ["planId"]],
      [{ settledOn: "2026-03-09" }, "OUT_OF_RANGE", ["settledOn"]],
    ],
  },
  {
    name: "relocationPlanAbandon",
    good: async (of) => ({ planId: (await of.aMove()).planId, reason: "Emploi trouvé à Montréal" }),
    again: "WRONG_STATE",
    bad: [
      [{ planId: nobody }, "UNKNOWN_REFERENCE", ["planId"]],
      [{ reason: "" }, "REQUIRED", ["reason"]],
      [{ reason: tooLong }, "TOO_LONG", ["reason"]],
    ],
  },
  {
    name: "relocationReturnRecord",
    good: async (of) => ({
      planId: (await of.anArrival()).planId,
      reason: "HOUSING",
      otherReasons: ["ISOLATION", "HOUSING"],
      destination: "MONTREAL",
    }),
    again: "WRONG_STATE",
    bad: [
      [{ planId: nobody }, "UNKNOWN_REFERENCE", ["planId"]],
      [{ note: tooLong }, "TOO_LONG", ["note"]],
      [{ otherReasons: Array(13).fill("FAMILY") }, "TOO_LONG", ["otherReasons"]],
      [{ returnedOn: "2026-03-09" }, "OUT_OF_RANGE", ["returnedOn"]],
    ],
  },
  {
    name: "relocationTaskAdd",
    good: async (of) => ({
      planId: (await of.aMove()).planId,
      phase: "INSTALLATION",
      kind: "OTHER",
      title: "Trouver un piano",
      owner: "REGIONAL_PARTNER",
      dueOn: "2026-08-01",
    }),
    again: null,
    bad: [
      [{ planId: nobody }, "UNKNOWN_REFERENCE", ["planId"]],
      [{ title: null }, "REQUIRED", ["title"]],
      [{ title: "" }, "REQUIRED", ["title"]],
      [{ title: "x".repeat(201) }, "TOO_LONG", ["title"]],
      [{ kind: "HOUSING_FOUND" }, "REQUIRED", ["title"]],
    ],
  },
  {
    name: "relocationTaskReopen",
    good: async (of) => {
      const taskId = await aTask(of);
      await of.made("relocationTaskComplete", { taskId });
      return { taskId };
    },
    again: "WRONG_STATE",
    bad: [[{ taskId: nobody }, "UNKNOWN_REFERENCE", ["taskId"]]],
  },
];

describeChanges("A counsellor's change", () => world, CASES);

describe("A move", () => {
  const refused = (code: string, field: string) => ({ thing: null, userErrors: [{ code, field: [field] }] });

  it("is planned once a region is chosen, and keeps its region while it is prepared", async () => {
    const { householdId } = await world.aHousehold();
    const open = { householdId };
    expect(await world.change("relocationPlanOpen", open)).toEqual(refused("WRONG_STATE", "householdId"));
    await world.made("regionChoose", { householdId, regionCode: "05" });
    const planId = await world.made("relocationPlanOpen", open);
    const other = { householdId, regionCode: "17" };
    expect(await world.change("regionChoose", other)).toEqual(refused("WRONG_STATE", "householdId"));
    expect(await world.change("householdClose", { householdId, reason: "WITHDREW" })).toEqual(
      refused("WRONG_STATE", "householdId"),
    );
    await world.made("relocationPlanAbandon", { planId, reason: "Autre région" });
    await world.made("regionChoose", other);
  });

  it("names the regional partner before it says that they are in contact", async () => {
    const { householdId } = await world.aHousehold();
    await world.made("regionChoose", { householdId, regionCode: "05" });
    const planId = await world.made("relocationPlanOpen", { householdId });
    expect(await world.change("relocationContactConfirm", { planId })).toEqual(
      refused("REQUIRED", "regionalPartner"),
    );
    await world.made("relocationContactConfirm", { planId, regionalPartner: "estrie-1" });
  });

  it("has a day before an arrival, and both sides complete before it is settled", async () => {
    const { planId } = await world.aMove();
    expect(await world.change("relocationArrivalConfirm", { planId })).toEqual(
      refused("WRONG_STATE", "planId"),
    );
    await world.made("relocationMoveDate", { planId, moveOn: "2026-03-10" });
    await world.made("relocationArrivalConfirm", { planId });
    expect(await world.change("relocationSettle", { planId })).toEqual(refused("WRONG_STATE", "planId"));
    await world.nothingLeftToDo(planId);
    await world.made("relocationSettle", { planId });
    const task = { planId, phase: "WELCOME", kind: "SERVICES_SHOWN", owner: "EER" };
    expect(await world.change("relocationTaskAdd", task)).toEqual(refused("WRONG_STATE", "planId"));
  });

  it("to another region waits until it is known why the household left the first", async () => {
    const { planId, householdId, memberId } = await world.anArrival();
    const ambassadorId = await world.made("ambassadorVolunteer", { memberId, activities: ["EVENT"] });
    await world.made("regionChoose", { householdId, regionCode: "05" });
    const next = await world.made("relocationPlanOpen", { householdId });
    await world.made("relocationMoveDate", { planId: next, moveOn: "2026-03-10" });
    const arrive = { planId: next };
    expect(await world.change("relocationArrivalConfirm", arrive)).toEqual(refused("WRONG_STATE", "planId"));
    await world.made("relocationReturnRecord", { planId, reason: "JOB_LOST", destination: "OTHER_REGION" });
    await world.made("relocationArrivalConfirm", arrive);
    expect(await world.change("ambassadorStop", { ambassadorId })).toEqual(
      refused("WRONG_STATE", "ambassadorId"),
    );
  });

  it("is not planned to where the household lives already", async () => {
    const { householdId } = await world.anArrival();
    expect(await world.change("relocationPlanOpen", { householdId })).toEqual(
      refused("WRONG_STATE", "householdId"),
    );
  });
});

describe("The specs of EER's changes", () => {
  it("leave no mutation of this area out", () => {
    const here = /^(region|relocation)/;
    const mutations = [...world.mutations.keys()].filter((name) => here.test(name)).sort();
    expect([...new Set(CASES.map(({ name }) => name))].sort()).toEqual(mutations);
  });
});
