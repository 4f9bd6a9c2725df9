/** The places for households: offered by the partners, held by households, never given twice. */
import {
  FIRST_DAY,
  neighbour,
  openRegionalWorld,
  professional,
  type RegionalWorld,
} from "../support/regional-world.ts";

let world: RegionalWorld;

beforeAll(async () => {
  world = await openRegionalWorld();
});

beforeEach(() => world.today(FIRST_DAY));

afterAll(() => world.close());

const plan = (caseId: string, expectedOn: string) =>
  world.change(professional, "welcomeArrivalPlan", { caseId, expectedOn }, "state expectedOn");

async function reserved(month: string): Promise<number> {
  const [row] = await world.hub.owner.query(
    "select coalesce(sum(reserved), 0) as reserved from welcome_capacity where month = $1",
    [month],
  );
  return row.reserved as number;
}

describe("A place for a household", () => {
  it("is held from the day the arrival is planned, and counted", async () => {
    await world.offer("2026-05-01", 3);
    await plan(await world.aContactedCase(), "2026-05-20");
    expect((await world.offer("2026-05-31", 4)).thing).toEqual({
      month: "2026-05-01",
      offered: 4,
      reserved: 1,
      remaining: 3,
    });
  });

  it("moves with the date, and is free again when the household does not come", async () => {
    await world.offer("2026-06-01", 1);
    await world.offer("2026-07-01", 1);
    const caseId = await world.aContactedCase();
    await plan(caseId, "2026-06-20");
    await plan(caseId, "2026-06-25");
    expect([await reserved("2026-06-01"), await reserved("2026-07-01")]).toEqual([1, 0]);
    await plan(caseId, "2026-07-02");
    expect([await reserved("2026-06-01"), await reserved("2026-07-01")]).toEqual([0, 1]);
    await world.change(professional, "welcomeCaseCancel", { caseId, reason: "LOST_CONTACT" });
    expect([await reserved("2026-06-01"), await reserved("2026-07-01")]).toEqual([0, 0]);
  });

  it("is given to one of two households that ask for the last at once", async () => {
    await world.offer("2026-08-01", 1);
    const cases = [await world.aContactedCase(), await world.aContactedCase()];
    const answers = await Promise.all(cases.map((caseId) => plan(caseId, "2026-08-08")));
    expect(answers.map(({ thing }) => thing !== null).toSorted()).toEqual([false, true]);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([{ code: "CONFLICT", field: ["expectedOn"] }]);
    expect(await reserved("2026-08-01")).toBe(1);
  });

  it("is exchanged by two households that take each other's month at once", async () => {
    await world.offer("2026-10-01", 2);
    await world.offer("2026-11-01", 2);
    const [one = "", other = ""] = [await world.aContactedCase(), await world.aContactedCase()];
    await plan(one, "2026-10-05");
    await plan(other, "2026-11-05");
    const answers = await Promise.all([plan(one, "2026-11-06"), plan(other, "2026-10-06")]);
    expect(answers.map(({ errors }) => errors)).toEqual([[], []]);
    expect([await reserved("2026-10-01"), await reserved("2026-11-01")]).toEqual([1, 1]);
  });

  it("is not one of another partner's", async () => {
    await world.change(neighbour, "capacitySet", { regionCode: "01", month: "2026-12-01", offered: 9 });
    const { errors } = await plan(await world.aContactedCase(), "2026-12-12");
    expect(errors).toEqual([{ code: "CONFLICT", field: ["expectedOn"] }]);
  });

  it("cannot be taken back while a household holds it", async () => {
    await world.offer("2027-01-01", 2);
    await plan(await world.aContactedCase(), "2027-01-10");
    expect((await world.offer("2027-01-01", 0)).errors).toEqual([{ code: "CONFLICT", field: ["offered"] }]);
    expect((await world.offer("2027-01-01", 1)).thing).toMatchObject({ offered: 1, remaining: 0 });
  });

  it("stays held by a household that arrived, even once it has left", async () => {
    world.today("2027-02-10");
    const caseId = await world.anArrivedCase();
    expect(await reserved("2027-02-01")).toBe(1);
    await world.change(professional, "welcomeDepartureRecord", { caseId, reason: "JOB" });
    expect(await reserved("2027-02-01")).toBe(1);
  });
});
