/** The changes of welcome cases: for each a sound input, and what may be wrong with it. */
import { randomUUID } from "node:crypto";
import { professional, RIMOUSKI, type RegionalWorld } from "./regional-world.ts";

export type Input = Record<string, unknown>;

/** A sound input for one mutation, on a world of its own making, and what may be wrong with it. */
export interface ChangeExample {
  sound: () => Promise<Input>;
  /** What makes the input wrong, the code it is refused with, and the field named. */
  bad: [Input, string, string][];
  /** The field that names a thing of the caller's own partner. */
  onOwn?: string;
}

/** By the mutation. */
export function caseChanges(world: RegionalWorld): Record<string, ChangeExample> {
  const make = makerIn(world);
  return {
    welcomeCaseOpen: {
      sound: async () => ({
        ticket: world.hub.ticket(randomUUID(), RIMOUSKI),
        regionCode: "01",
        city: "Rimouski",
        adults: 2,
        children: 1,
      }),
      bad: [
        [{ ticket: "not a ticket" }, "UNKNOWN_REFERENCE", "ticket"],
        [{ regionCode: "18" }, "INVALID_FORMAT", "regionCode"],
        [{ regionCode: "05" }, "NOT_ALLOWED", "regionCode"],
        [{ city: "x".repeat(101) }, "TOO_LONG", "city"],
        [{ adults: 0 }, "OUT_OF_RANGE", "adults"],
        [{ children: 21 }, "OUT_OF_RANGE", "children"],
        [{ reference: "" }, "REQUIRED", "reference"],
      ],
    },
    welcomeCaseAssign: {
      sound: async () => ({ caseId: await world.aCase(), assignedTo: "another@bas-saint-laurent-1" }),
      bad: [
        [{ assignedTo: "" }, "REQUIRED", "assignedTo"],
        [{ assignedTo: "x".repeat(201) }, "TOO_LONG", "assignedTo"],
      ],
      onOwn: "caseId",
    },
    welcomeContactConfirm: {
      sound: async () => ({ caseId: await world.aCase() }),
      bad: [
        [{ contactedOn: "2026-03-11" }, "OUT_OF_RANGE", "contactedOn"],
        [{ contactedOn: "1998-01-01" }, "OUT_OF_RANGE", "contactedOn"],
      ],
      onOwn: "caseId",
    },
    welcomeArrivalPlan: {
      sound: async () => {
        await world.offer("2026-04-01", 200);
        return { caseId: await world.aContactedCase(), expectedOn: "2026-04-15" };
      },
      bad: [
        [{ expectedOn: "2026-02-28" }, "OUT_OF_RANGE", "expectedOn"],
        [{ expectedOn: "2028-03-11" }, "OUT_OF_RANGE", "expectedOn"],
        [{ expectedOn: "2027-01-15" }, "CONFLICT", "expectedOn"],
      ],
      onOwn: "caseId",
    },
    welcomeArrivalConfirm: {
      sound: async () => ({ caseId: await world.anExpectedCase() }),
      bad: [[{ arrivedOn: "2026-03-11" }, "OUT_OF_RANGE", "arrivedOn"]],
      onOwn: "caseId",
    },
    welcomeDepartureRecord: {
      sound: async () => ({ caseId: await world.anArrivedCase(), reason: "JOB", destination: "MONTREAL" }),
      bad: [
        [{ leftOn: "2026-03-11" }, "OUT_OF_RANGE", "leftOn"],
        [{ leftOn: "2026-03-09" }, "OUT_OF_RANGE", "leftOn"],
      ],
      onOwn: "caseId",
    },
    welcomeCaseCancel: {
      sound: async () => ({ caseId: await world.anExpectedCase(), reason: "STAYS_IN_MONTREAL" }),
      bad: [],
      onOwn: "caseId",
    },
    welcomeCaseReopen: {
      sound: async () => {
        const caseId = await world.aContactedCase();
        await make("welcomeCaseCancel", { caseId, reason: "OTHER" });
        return { caseId };
      },
      bad: [],
      onOwn: "caseId",
    },
    welcomeItemComplete: {
      sound: async () => ({ caseId: await world.aCase(), area: "HOUSING", note: "Bail signé" }),
      bad: [
        [{ doneOn: "2026-03-11" }, "OUT_OF_RANGE", "doneOn"],
        [{ note: "x".repeat(1001) }, "TOO_LONG", "note"],
        [{ area: "ARRIVAL" }, "WRONG_STATE", "area"],
      ],
      onOwn: "caseId",
    },
    welcomeItemWaive: {
      sound: async () => ({ caseId: await world.aCase(), area: "FRENCH", reason: "Francophones" }),
      bad: [
        [{ reason: "" }, "REQUIRED", "reason"],
        [{ reason: "x".repeat(1001) }, "TOO_LONG", "reason"],
        [{ area: "CONTACT" }, "WRONG_STATE", "area"],
      ],
      onOwn: "caseId",
    },
    welcomeItemReopen: {
      sound: async () => {
        const caseId = await world.aCase();
        await make("welcomeItemComplete", { caseId, area: "HOUSING" });
        return { caseId, area: "HOUSING" };
      },
      bad: [[{ area: "FRENCH" }, "WRONG_STATE", "area"]],
      onOwn: "caseId",
    },
    welcomeStepRecord: {
      sound: async () => ({
        caseId: await world.aCase(),
        kind: "PRIMARY_SCHOOL",
        people: 1,
        place: "École de l’Aquarelle",
      }),
      bad: [
        [{ people: 0 }, "OUT_OF_RANGE", "people"],
        [{ people: 4 }, "OUT_OF_RANGE", "people"],
        [{ happenedOn: "2026-03-11" }, "OUT_OF_RANGE", "happenedOn"],
        [{ place: "x".repeat(201) }, "TOO_LONG", "place"],
        [{ note: "" }, "REQUIRED", "note"],
      ],
      onOwn: "caseId",
    },
    retentionCheckRecord: {
      sound: async () => {
        const caseId = await world.anArrivedCase();
        // Dated so that the first check is due: the clock stands still in this suite.
        await world.hub.owner.query("update welcome_case set arrived_on = '2025-12-01' where id = $1", [
          caseId,
        ]);
        await world.hub.owner.query(
          "update retention_check set due_on = due_on - interval '100 days' where case_id = $1",
          [caseId],
        );
        return { caseId, months: 3, outcome: "STILL_THERE" };
      },
      bad: [
        [{ months: 4 }, "INVALID_FORMAT", "months"],
        [{ outcome: "LEFT" }, "REQUIRED", "departureReason"],
        [{ departureReason: "JOB" }, "REQUIRED", "departureReason"],
        [{ outcome: "PENDING" }, "WRONG_STATE", "outcome"],
        [{ months: 12 }, "OUT_OF_RANGE", "checkedOn"],
        [{ checkedOn: "2026-03-11" }, "OUT_OF_RANGE", "checkedOn"],
      ],
      onOwn: "caseId",
    },
  };
}

/** Makes a change that is sound, and gives the id of what it made. */
export function makerIn(world: RegionalWorld): (mutation: string, input: Input) => Promise<string> {
  return async (mutation, input) => {
    const { thing } = await world.change(professional, mutation, input, "id");
    return thing?.["id"] as string;
  };
}
