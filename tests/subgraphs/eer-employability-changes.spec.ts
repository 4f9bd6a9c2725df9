import { randomUUID } from "node:crypto";
import { describeChanges, nobody, tooLong, type ChangeCase } from "../support/eer-changes.ts";
import { openEerWorld, type EerWorld } from "../support/eer-world.ts";

let world: EerWorld;

beforeAll(async () => {
  world = await openEerWorld();
});

afterAll(() => world.hub.close());

async function aPlan(of: EerWorld) {
  const { fileId } = await of.aHousehold();
  return of.aReflectionPlan(fileId);
}

async function aReadiness(of: EerWorld): Promise<string> {
  const { fileId } = await of.nearlyReady();
  return of.made("readinessDeclare", { fileId });
}

const CASES: ChangeCase[] = [
  {
    name: "employabilityEligibilityAssess",
    good: async (of) => ({
      fileId: (await of.aHousehold()).fileId,
      generation: "FIRST",
      status: "NATURALISED_CITIZEN",
      arrivedOn: "2004-05-01",
    }),
    again: null,
    bad: [
      [{ fileId: nobody }, "UNKNOWN_REFERENCE", ["fileId"]],
      [{ status: null }, "REQUIRED", ["status"]],
      [{ arrivedOn: null }, "REQUIRED", ["arrivedOn"]],
      [{ assessedOn: "2026-03-11" }, "OUT_OF_RANGE", ["assessedOn"]],
      [{ assessedOn: "2009-12-31" }, "OUT_OF_RANGE", ["assessedOn"]],
    ],
  },
  {
    name: "employabilityTrackChange",
    good: async (of) => ({ fileId: (await of.aHousehold()).fileId, track: "BUSINESS_TAKEOVER" }),
    again: "WRONG_STATE",
    bad: [[{ fileId: nobody }, "UNKNOWN_REFERENCE", ["fileId"]]],
  },
  {
    name: "readinessDeclare",
    good: async (of) => ({ fileId: (await of.nearlyReady()).fileId, note: "Vise la région de Rimouski" }),
    again: "WRONG_STATE",
    personOnly: true,
    bad: [
      [{ fileId: nobody }, "UNKNOWN_REFERENCE", ["fileId"]],
      [{ note: tooLong }, "TOO_LONG", ["note"]],
    ],
  },
  {
    name: "readinessWithdraw",
    good: async (of) => ({ readinessId: await aReadiness(of), reason: "Le projet a changé" }),
    again: "WRONG_STATE",
    personOnly: true,
    bad: [
      [{ readinessId: nobody }, "UNKNOWN_REFERENCE", ["readinessId"]],
      [{ reason: "" }, "REQUIRED", ["reason"]],
      [{ reason: tooLong }, "TOO_LONG", ["reason"]],
    ],
  },
  {
    name: "reflectionPlanOpen",
    good: async (of) => ({
      fileId: (await of.aHousehold()).fileId,
      steps: [{ kind: "SKILLS", title: "Bilan de compétences", dueOn: "2026-04-01" }],
    }),
    again: "CONFLICT",
    bad: [
      [{ fileId: nobody }, "UNKNOWN_REFERENCE", ["fileId"]],
      [{ steps: [{ kind: "SKILLS", title: "" }] }, "REQUIRED", ["steps", "0", "title"]],
      [{ steps: [{ kind: "SKILLS", title: "x".repeat(201) }] }, "TOO_LONG", ["steps", "0", "title"]],
      [{ steps: Array(31).fill({ kind: "SKILLS", title: "Un de trop" }) }, "TOO_LONG", ["steps"]],
    ],
  },
  {
    name: "reflectionPlanValidate",
    good: async (of) => {
      const { planId, stepId } = await aPlan(of);
      await of.made("reflectionStepComplete", { stepId });
      return { planId };
    },
    again: "WRONG_STATE",
    personOnly: true,
    bad: [[{ planId: nobody }, "UNKNOWN_REFERENCE", ["planId"]]],
  },
  {
    name: "reflectionPlanAbandon",
    good: async (of) => ({ planId: (await aPlan(of)).planId }),
    again: "WRONG_STATE",
    personOnly: true,
    bad: [[{ planId: nobody }, "UNKNOWN_REFERENCE", ["planId"]]],
  },
  {
    name: "reflectionStepAdd",
    good: async (of) => ({ planId: (await aPlan(of)).planId, kind: "FAMILY", title: "Rencontre à deux" }),
    again: null,
    bad: [
      [{ planId: nobody }, "UNKNOWN_REFERENCE", ["planId"]],
      [{ title: "" }, "REQUIRED", ["title"]],
      [{ title: "x".repeat(201) }, "TOO_LONG", ["title"]],
    ],
  },
  {
    name: "reflectionStepComplete",
    good: async (of) => ({ stepId: (await aPlan(of)).stepId, note: "Trois régions retenues" }),
    again: "WRONG_STATE",
    bad: [
      [{ stepId: nobody }, "UNKNOWN_REFERENCE", ["stepId"]],
      [{ note: tooLong }, "TOO_LONG", ["note"]],
    ],
  },
  {
    name: "reflectionStepDrop",
    good: async (of) => ({ stepId: (await aPlan(of)).stepId }),
    again: "WRONG_STATE",
    bad: [[{ stepId: nobody }, "UNKNOWN_REFERENCE", ["stepId"]]],
  },
  {
    name: "preDepartureCaseReceive",
    good: async (of) => ({
      ticket: of.hub.ticket(randomUUID(), "promis"),
      track: "EMPLOYMENT",
      csqHeld: true,
      country: "MA",
      expectedArrival: "2026-09",
      regionCodes: ["01"],
    }),
    again: "CONFLICT",
    bad: [
      [{ ticket: "forged" }, "UNKNOWN_REFERENCE", ["ticket"]],
      [{ country: "Maroc" }, "INVALID_FORMAT", ["country"]],
      [{ regionCodes: ["18"] }, "INVALID_FORMAT", ["regionCodes"]],
      [{ regionCodes: Array(18).fill("01") }, "TOO_LONG", ["regionCodes"]],
      [{ receivedOn: "2026-03-11" }, "OUT_OF_RANGE", ["receivedOn"]],
    ],
  },
  {
    name: "preDepartureCaseStart",
    good: async (of) => ({ caseId: await of.aPreDepartureCase(), counsellorId: await of.aCounsellor() }),
    again: null,
    bad: [
      [{ caseId: nobody }, "UNKNOWN_REFERENCE", ["caseId"]],
      [{ counsellorId: nobody }, "UNKNOWN_REFERENCE", ["counsellorId"]],
    ],
  },
  {
    name: "preDepartureCaseExpect",
    good: async (of) => ({
      caseId: await of.aPreDepartureCase(),
      expectedArrival: "2026-10-05",
      csqHeld: true,
    }),
    again: null,
    bad: [[{ caseId: nobody }, "UNKNOWN_REFERENCE", ["caseId"]]],
  },
  {
    name: "preDepartureCaseArrive",
    good: async (of) => ({ caseId: await of.aPreDepartureCase() }),
    again: "WRONG_STATE",
    bad: [
      [{ caseId: nobody }, "UNKNOWN_REFERENCE", ["caseId"]],
      [{ arrivedOn: "2026-03-11" }, "OUT_OF_RANGE", ["arrivedOn"]],
      [{ arrivedOn: "2026-03-09" }, "OUT_OF_RANGE", ["arrivedOn"]],
    ],
  },
  {
    name: "preDepartureCaseClose",
    good: async (of) => ({ caseId: await of.aPreDepartureCase(), reason: "WILL_NOT_COME" }),
    again: "WRONG_STATE",
    bad: [[{ caseId: nobody }, "UNKNOWN_REFERENCE", ["caseId"]]],
  },
];

describeChanges("A counsellor's change", () => world, CASES);

describe("A person", () => {
  const declare = (fileId: string) => world.change("readinessDeclare", { fileId });
  const notYet = { thing: null, userErrors: [{ code: "WRONG_STATE", field: ["fileId"] }] };

  it("is declared ready once eligible, in somebody's care, and with a validated plan", async () => {
    const { fileId, householdId } = await world.aHousehold();
    expect(await declare(fileId)).toEqual(notYet);
    await world.anEligible(fileId);
    expect(await declare(fileId)).toEqual(notYet);
    await world.inCare(householdId);
    expect(await declare(fileId)).toEqual(notYet);
    const { planId, stepId } = await world.aReflectionPlan(fileId);
    await world.made("reflectionStepComplete", { stepId });
    expect(await declare(fileId)).toEqual(notYet);
    await world.made("reflectionPlanValidate", { planId });
    expect(await declare(fileId)).toMatchObject({ userErrors: [] });
  });

  it("is not declared ready when the last assessment says not eligible", async () => {
    const { fileId } = await world.nearlyReady();
    await world.made("employabilityEligibilityAssess", { fileId, generation: "BORN_IN_QUEBEC" });
    expect(await declare(fileId)).toEqual(notYet);
  });

  it("keeps their track while they are declared ready", async () => {
    const { fileId } = await world.nearlyReady();
    const readinessId = await world.made("readinessDeclare", { fileId });
    const change = { fileId, track: "TRAINING" };
    expect(await world.change("employabilityTrackChange", change)).toEqual(notYet);
    await world.made("readinessWithdraw", { readinessId, reason: "Retour aux études" });
    await world.made("employabilityTrackChange", change);
  });

  it("does not validate a plan with a step still to do, nor one without any done", async () => {
    const { fileId } = await world.aHousehold();
    const { planId, stepId } = await world.aReflectionPlan(fileId);
    const refused = { thing: null, userErrors: [{ code: "WRONG_STATE", field: ["planId"] }] };
    expect(await world.change("reflectionPlanValidate", { planId })).toEqual(refused);
    await world.made("reflectionStepDrop", { stepId });
    expect(await world.change("reflectionPlanValidate", { planId })).toEqual(refused);
  });

  it("keeps the steps of a validated plan as they are", async () => {
    const { fileId } = await world.aHousehold();
    const { planId, stepId } = await world.aReflectionPlan(fileId);
    await world.made("reflectionStepComplete", { stepId });
    await world.made("reflectionPlanValidate", { planId });
    const step = { planId, kind: "FAMILY", title: "Après coup" };
    expect(await world.change("reflectionStepAdd", step)).toMatchObject({
      userErrors: [{ code: "WRONG_STATE", field: ["planId"] }],
    });
  });

  it("comes from abroad into a household with the file they had", async () => {
    const registrationId = randomUUID();
    const caseId = await world.aPreDepartureCase(registrationId);
    await world.made("preDepartureCaseArrive", { caseId });
    expect(
      await world.change("preDepartureCaseExpect", { caseId, csqHeld: true, expectedArrival: "2026" }),
    ).toMatchObject({ userErrors: [{ code: "WRONG_STATE", field: ["caseId"] }] });
    await world.aHousehold({ ticket: world.hub.ticket(registrationId, "promis"), track: "TRAINING" });
    expect(
      await world.hub.owner.query("select track from employability_file where registration_id = $1", [
        registrationId,
      ]),
    ).toEqual([{ track: "TRAINING" }]);
  });
});

describe("A counsellor who left", () => {
  it("is given neither a household nor a pre-departure case", async () => {
    const counsellorId = await world.aCounsellor();
    await world.made("counsellorLeave", { counsellorId });
    const refused = { thing: null, userErrors: [{ code: "WRONG_STATE", field: ["counsellorId"] }] };
    const { householdId } = await world.aHousehold();
    expect(await world.change("counsellorAssign", { householdId, counsellorId })).toEqual(refused);
    const caseId = await world.aPreDepartureCase();
    expect(await world.change("preDepartureCaseStart", { caseId, counsellorId })).toEqual(refused);
  });
});

describe("The specs of EER's changes", () => {
  it("leave no mutation of this area out", () => {
    // How a milestone is delivered after all is the same for every partner: tests/outbox.spec.ts.
    const here = /^(employability(?!MilestoneRetry)|readiness|reflection|preDeparture)/;
    const mutations = [...world.mutations.keys()].filter((name) => here.test(name)).sort();
    expect(CASES.map(({ name }) => name).sort()).toEqual(mutations);
  });
});
