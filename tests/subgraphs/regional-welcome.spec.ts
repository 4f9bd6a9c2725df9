/** A household from the first contact to the last retention check, as the professionals of a partner follow it. */
import { randomUUID } from "node:crypto";
import {
  FIRST_DAY,
  openRegionalWorld,
  professional,
  RIMOUSKI,
  type RegionalWorld,
} from "../support/regional-world.ts";

let world: RegionalWorld;

beforeAll(async () => {
  world = await openRegionalWorld();
});

beforeEach(() => world.today(FIRST_DAY));

afterAll(() => world.close());

const STANDING =
  "state nextStates contactedOn expectedOn arrivedOn settledOn leftOn departureReason destination";

async function standing(caseId: string): Promise<Record<string, unknown>> {
  const { welcomeCase } = await world.read<{ welcomeCase: Record<string, unknown> }>(
    professional,
    `query ($id: ID!) {
      welcomeCase(id: $id) {
        ${STANDING} cancelledOn cancelReason
        checklist { complete settled items { area state doneBy doneOn note } }
        retentionChecks { months dueOn outcome departureReason checkedOn checkedBy }
        steps { area kind happenedOn people place note recordedBy }
      }
    }`,
    { id: caseId },
  );
  return welcomeCase;
}

const change = (mutation: string, input: Record<string, unknown>, selection = STANDING) =>
  world.change(professional, mutation, input, selection);

describe("A household that a partner receives", () => {
  it("is contacted, expected, received, settled and established", async () => {
    const caseId = await world.aCase({ children: 1 });
    expect(await standing(caseId)).toMatchObject({
      state: "OPENED",
      nextStates: ["CONTACTED", "CANCELLED"],
      checklist: { complete: false, settled: 0 },
      retentionChecks: [],
    });
    await change("welcomeContactConfirm", { caseId, contactedOn: "2026-03-09" });
    await world.offer("2026-03-01", 50);
    expect((await change("welcomeArrivalPlan", { caseId, expectedOn: "2026-03-20" })).thing).toMatchObject({
      state: "EXPECTED",
      contactedOn: "2026-03-09",
      expectedOn: "2026-03-20",
    });

    world.today("2026-03-20");
    await change("welcomeArrivalConfirm", { caseId });
    expect(await standing(caseId)).toMatchObject({
      state: "ARRIVED",
      arrivedOn: "2026-03-20",
      checklist: {
        settled: 2,
        items: [
          { area: "CONTACT", state: "DONE", doneBy: professional.subject, doneOn: "2026-03-09" },
          { area: "ARRIVAL", state: "DONE", doneBy: professional.subject, doneOn: "2026-03-20" },
          { area: "HOUSING", state: "TO_DO", doneBy: null, doneOn: null },
          { area: "SCHOOL", state: "TO_DO" },
          { area: "FRENCH", state: "TO_DO" },
          { area: "INTEGRATION", state: "TO_DO" },
        ],
      },
      retentionChecks: [
        { months: 3, dueOn: "2026-06-20", outcome: "PENDING" },
        { months: 6, dueOn: "2026-09-20", outcome: "PENDING" },
        { months: 12, dueOn: "2027-03-20", outcome: "PENDING" },
      ],
    });

    world.today("2026-05-02");
    expect((await world.settle(caseId)).thing).toEqual({ state: "SETTLED", settledOn: "2026-05-02" });
    world.today("2027-03-20");
    for (const months of [3, 6, 12])
      await change("retentionCheckRecord", { caseId, months, outcome: "STILL_THERE" }, "outcome");
    expect(await standing(caseId)).toMatchObject({
      state: "ESTABLISHED",
      nextStates: [],
      settledOn: "2026-05-02",
      retentionChecks: [3, 6, 12].map((months) => ({
        months,
        outcome: "STILL_THERE",
        checkedOn: "2027-03-20",
        checkedBy: professional.subject,
      })),
    });
  });

  it("needs no school without children, and no French when a professional says why", async () => {
    const caseId = await world.aCase({ children: 0 });
    await change("welcomeItemWaive", { caseId, area: "FRENCH", reason: "Deux francophones" });
    expect(await standing(caseId)).toMatchObject({
      checklist: {
        settled: 2,
        items: expect.arrayContaining([
          expect.objectContaining({ area: "SCHOOL", state: "NOT_NEEDED", doneBy: professional.subject }),
          expect.objectContaining({ area: "FRENCH", state: "NOT_NEEDED", note: "Deux francophones" }),
        ]),
      },
    });
  });

  it("is unsettled again when an area turns out not to be done", async () => {
    const caseId = await world.anArrivedCase();
    expect((await world.settle(caseId)).thing).toMatchObject({ state: "SETTLED" });
    expect((await change("welcomeItemReopen", { caseId, area: "HOUSING" })).thing).toMatchObject({
      state: "ARRIVED",
      settledOn: null,
    });
    expect((await change("welcomeItemComplete", { caseId, area: "HOUSING" })).thing).toMatchObject({
      state: "SETTLED",
    });
  });

  it("is settled on arrival when all the rest was done before", async () => {
    const caseId = await world.anExpectedCase();
    await world.settle(caseId);
    expect((await change("welcomeArrivalConfirm", { caseId })).thing).toMatchObject({
      state: "SETTLED",
      settledOn: FIRST_DAY,
    });
  });

  it("is established by the end of its checklist when it was still there after twelve months", async () => {
    const caseId = await world.anArrivedCase();
    world.today("2027-03-10");
    await change("retentionCheckRecord", { caseId, months: 12, outcome: "STILL_THERE" }, "outcome");
    expect(await standing(caseId)).toMatchObject({ state: "ARRIVED" });
    expect((await world.settle(caseId)).thing).toEqual({ state: "ESTABLISHED", settledOn: "2027-03-10" });
  });

  it("has what was arranged for it kept by area", async () => {
    const caseId = await world.aCase();
    await change(
      "welcomeStepRecord",
      { caseId, kind: "FRENCH_PART_TIME", people: 2, place: "Cégep de Rimouski" },
      "area",
    );
    await change(
      "welcomeStepRecord",
      { caseId, kind: "CALL", happenedOn: "2026-03-02", note: "Arrive en mai" },
      "area",
    );
    expect((await standing(caseId))["steps"]).toEqual([
      {
        area: "CONTACT",
        kind: "CALL",
        happenedOn: "2026-03-02",
        people: 1,
        place: null,
        note: "Arrive en mai",
        recordedBy: professional.subject,
      },
      {
        area: "FRENCH",
        kind: "FRENCH_PART_TIME",
        happenedOn: FIRST_DAY,
        people: 2,
        place: "Cégep de Rimouski",
        note: null,
        recordedBy: professional.subject,
      },
    ]);
  });

  it("that does not come can come after all, and is contacted anew", async () => {
    const caseId = await world.anExpectedCase();
    await change("welcomeCaseCancel", { caseId, reason: "JOB_FELL_THROUGH" });
    expect(await standing(caseId)).toMatchObject({
      state: "CANCELLED",
      expectedOn: null,
      cancelledOn: FIRST_DAY,
      cancelReason: "JOB_FELL_THROUGH",
    });
    await change("welcomeCaseReopen", { caseId });
    expect(await standing(caseId)).toMatchObject({
      state: "OPENED",
      contactedOn: null,
      cancelledOn: null,
      checklist: {
        items: expect.arrayContaining([expect.objectContaining({ area: "CONTACT", state: "TO_DO" })]),
      },
    });
  });

  it("is welcomed once at a time", async () => {
    const registrationId = randomUUID();
    const first = await world.aCase({ registrationId });
    const open = () =>
      change("welcomeCaseOpen", {
        ticket: world.hub.ticket(registrationId, RIMOUSKI),
        regionCode: "01",
        adults: 1,
        children: 0,
      });
    expect((await open()).errors).toEqual([{ code: "CONFLICT", field: ["ticket"] }]);
    await change("welcomeCaseCancel", { caseId: first, reason: "OTHER" });
    expect((await open()).thing).toMatchObject({ state: "OPENED" });
    const reopened = await change("welcomeCaseReopen", { caseId: first });
    expect(reopened.errors).toEqual([{ code: "CONFLICT", field: ["caseId"] }]);
  });

  it("cannot be received without a date, nor lose one it never had", async () => {
    const caseId = await world.aContactedCase();
    for (const [mutation, input] of [
      ["welcomeArrivalConfirm", {}],
      ["welcomeDepartureRecord", { reason: "JOB" }],
      ["welcomeCaseReopen", {}],
      ["retentionCheckRecord", { months: 3, outcome: "STILL_THERE" }],
    ] as const) {
      const { thing, errors } = await change(mutation, { caseId, ...input }, "__typename");
      expect({ mutation, thing, errors }).toEqual({
        mutation,
        thing: null,
        errors: [{ code: "WRONG_STATE", field: ["caseId"] }],
      });
    }
  });
});

describe("A household that leaves again", () => {
  it("answers every check still to come, with its reason", async () => {
    const caseId = await world.anArrivedCase();
    world.today("2026-06-15");
    await change("retentionCheckRecord", { caseId, months: 3, outcome: "STILL_THERE" }, "outcome");
    world.today("2026-07-01");
    await change("welcomeDepartureRecord", {
      caseId,
      leftOn: "2026-06-28",
      reason: "HOUSING",
      destination: "MONTREAL",
    });
    expect(await standing(caseId)).toMatchObject({
      state: "LEFT",
      leftOn: "2026-06-28",
      departureReason: "HOUSING",
      destination: "MONTREAL",
      retentionChecks: [
        { months: 3, outcome: "STILL_THERE", departureReason: null },
        { months: 6, outcome: "LEFT", departureReason: "HOUSING", checkedOn: "2026-07-01" },
        { months: 12, outcome: "LEFT", departureReason: "HOUSING", checkedOn: "2026-07-01" },
      ],
    });
  });

  it("is found to have left by a check, which ends the case", async () => {
    const caseId = await world.anArrivedCase();
    world.today("2026-06-10");
    const { thing } = await change(
      "retentionCheckRecord",
      { caseId, months: 3, outcome: "LEFT", departureReason: "ISOLATION", destination: "ANOTHER_REGION" },
      "outcome departureReason welcomeCase { state leftOn destination }",
    );
    expect(thing).toEqual({
      outcome: "LEFT",
      departureReason: "ISOLATION",
      welcomeCase: { state: "LEFT", leftOn: "2026-06-10", destination: "ANOTHER_REGION" },
    });
    const late = await change("welcomeItemComplete", { caseId, area: "HOUSING" });
    expect(late.errors).toEqual([{ code: "WRONG_STATE", field: ["caseId"] }]);
  });

  it("can be welcomed again, as a new case", async () => {
    const registrationId = randomUUID();
    const caseId = await world.anArrivedCase({ registrationId });
    await change("welcomeDepartureRecord", { caseId, reason: "FAMILY" });
    expect(await world.aCase({ registrationId })).not.toBe(caseId);
  });

  it("could not be reached first, and is reached later", async () => {
    const caseId = await world.anArrivedCase();
    world.today("2026-06-10");
    const record = (outcome: string) =>
      change("retentionCheckRecord", { caseId, months: 3, outcome }, "outcome");
    expect((await record("UNREACHABLE")).thing).toEqual({ outcome: "UNREACHABLE" });
    expect((await record("STILL_THERE")).thing).toEqual({ outcome: "STILL_THERE" });
    expect((await record("UNREACHABLE")).errors).toEqual([{ code: "WRONG_STATE", field: ["outcome"] }]);
  });

  it("is not checked on before the day", async () => {
    const caseId = await world.anArrivedCase();
    world.today("2026-06-09");
    const { errors } = await change(
      "retentionCheckRecord",
      { caseId, months: 3, outcome: "STILL_THERE" },
      "outcome",
    );
    expect(errors).toEqual([{ code: "OUT_OF_RANGE", field: ["checkedOn"] }]);
  });
});
