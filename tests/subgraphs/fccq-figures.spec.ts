import "reflect-metadata";
import { ActivityAttendance, ActivityState } from "../../subgraphs/fccq/domain/activity.ts";
import { InterviewState } from "../../subgraphs/fccq/domain/interview.ts";
import { OfferState } from "../../subgraphs/fccq/domain/offer.ts";
import { openWorld, read, TODAY, type World } from "../support/fccq-world.ts";
import { statementsPerTable, viewer } from "../support/subgraph.ts";

const dashboard = viewer("alliance", "DASHBOARD", { purpose: "STATISTICS", purposes: ["STATISTICS"] });
const PRESENT = { attendance: ActivityAttendance.PRESENT };

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const STATISTICS = /* GraphQL */ `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Statistics {
        matching {
          activities
          cities
          companies
          participants
          jobsAccepted
          offersProposed
          interviews
          positionsOpened
          chambers
          corporateMembers
          businesses
          byRegion {
            region {
              code
            }
            activities
            cities
            companies
            positionsOpened
          }
        }
      }
    }
  }
`;

interface Figures extends Record<string, unknown> {
  participants: number | null;
  jobsAccepted: number | null;
  byRegion: Record<string, unknown>[];
}

async function figures(from: string, to: string): Promise<Figures> {
  const { _entities } = await read<{ _entities: { matching: Figures }[] }>(world.hub, dashboard, STATISTICS, {
    representations: [{ __typename: "Statistics", from, to }],
  });
  return _entities[0]?.matching as Figures;
}

/** An activity held on a day with so many new people. */
async function held(heldOn: string, city: string, people: number, values: Record<string, unknown> = {}) {
  const activity = await world.activity({ state: ActivityState.HELD, heldOn, city, ...values });
  for (let person = 0; person < people; person += 1) {
    await world.guest({ activityId: activity.id, ...PRESENT });
  }
  return activity;
}

describe("The figures of a period", () => {
  it("count what was held in it: activities, cities, and each company and each person once", async () => {
    const first = await held("2019-01-10", "Rimouski", 6);
    const second = await held("2019-05-10", "Rimouski", 5);
    const third = await held("2019-06-10", "Gaspé", 0, { regionCode: "11" });
    const company = await world.company({ activityId: first.id, ...PRESENT });
    await world.company({ activityId: second.id, businessId: company.businessId, ...PRESENT });
    await world.company({ activityId: third.id, ...PRESENT });
    // Neither who did not come, nor what was not held, nor who comes a second time.
    await world.company({ activityId: third.id, attendance: ActivityAttendance.ABSENT });
    const planned = await world.activity({ heldOn: "2019-06-11", city: "Matane" });
    await world.company({ activityId: planned.id, ...PRESENT });
    const [again] = await world.hub.database.query(
      "select registration_id from activity_participant where activity_id = $1 limit 1",
      [first.id],
    );
    await world.guest({ activityId: second.id, registrationId: again.registration_id, ...PRESENT });
    await world.guest({ activityId: second.id, attendance: ActivityAttendance.ABSENT });

    expect(await figures("2018-11-01", "2019-12-31")).toMatchObject({
      activities: 3,
      cities: 2,
      companies: 2,
      participants: 11,
    });
    expect(await figures("2019-05-01", "2019-05-31")).toMatchObject({
      activities: 1,
      cities: 1,
      companies: 1,
      participants: 5,
    });
    expect(await figures("2020-01-01", "2020-12-31")).toMatchObject({
      activities: 0,
      cities: 0,
      companies: 0,
      participants: null,
      byRegion: [],
    });
  });

  it("never show fewer than five people, nor let them be computed back from two periods", async () => {
    await held("2019-01-10", "Rimouski", 6);
    await held("2019-02-10", "Gaspé", 3);
    await held("2019-03-10", "Matane", 4);
    expect((await figures("2019-02-01", "2019-02-28")).participants).toBeNull();
    const short = (await figures("2019-01-01", "2019-02-28")).participants ?? 0;
    const long = (await figures("2019-01-01", "2019-03-31")).participants ?? 0;
    expect([short, long]).toEqual([6, 13]);
  });

  it("count the jobs accepted on the day of the answer, and the offers on the day they were made", async () => {
    for (let one = 0; one < 5; one += 1)
      await world.job({ proposedOn: "2019-03-01", answeredOn: "2019-04-02" });
    await world.offer({
      state: OfferState.REFUSED,
      proposedOn: "2019-03-01",
      answeredOn: "2019-04-02",
      answerReason: "Trop loin.",
    });
    expect(await figures("2019-03-01", "2019-03-31")).toMatchObject({
      offersProposed: 6,
      jobsAccepted: null,
    });
    expect(await figures("2019-04-01", "2019-04-30")).toMatchObject({
      offersProposed: null,
      jobsAccepted: 5,
    });
  });

  it("count the interviews held on their Friday in Québec", async () => {
    const friday = await world.friday({
      startsAt: new Date("2026-01-17T00:00:00Z"),
      endsAt: new Date("2026-01-17T04:00:00Z"),
    });
    for (let one = 0; one < 5; one += 1) {
      const room = await world.room({ eventId: friday.id });
      await world.interview({ roomId: room.id, startsAt: friday.startsAt, state: InterviewState.HELD });
    }
    expect((await figures("2026-01-16", "2026-01-16"))["interviews"]).toBe(5);
    expect((await figures("2026-01-17", "2026-01-17"))["interviews"]).toBeNull();
  });

  it("tell the network as it stood on the last day", async () => {
    await world.chamber({ joinedOn: "2000-01-01", leftOn: "2019-06-30" });
    await world.chamber({ joinedOn: "2019-07-01" });
    await world.chamber({ joinedOn: "2001-01-01" });
    const business = await world.business({ registeredOn: "2018-11-01" });
    await world.business({ registeredOn: "2020-01-01" });
    await world.member({ businessId: business.id, since: "2015-01-01", until: "2019-06-30" });
    expect(await figures("2019-01-01", "2019-06-30")).toMatchObject({
      chambers: 2,
      corporateMembers: 1,
      businesses: 1,
    });
    expect(await figures("2019-01-01", "2020-01-01")).toMatchObject({
      chambers: 2,
      corporateMembers: 0,
      businesses: 2,
    });
  });

  it("are told region by region, without people", async () => {
    await held("2019-01-10", "Rimouski", 6);
    await held("2019-02-10", "Matane", 0);
    await held("2019-03-10", "Gaspé", 0, { regionCode: "11" });
    await world.position({ regionCode: "05", openedOn: "2019-05-01" });
    const { byRegion, positionsOpened } = await figures("2019-01-01", "2019-12-31");
    const none = { activities: 0, cities: 0, companies: 0, positionsOpened: 0 };
    expect(positionsOpened).toBe(1);
    expect(byRegion).toEqual([
      { ...none, region: { code: "01" }, activities: 2, cities: 2 },
      { ...none, region: { code: "05" }, positionsOpened: 1 },
      { ...none, region: { code: "11" }, activities: 1, cities: 1 },
    ]);
  });

  it("cost one statement per table, for one period and for fifty", async () => {
    const representations = Array.from({ length: 50 }, (_, index) => ({
      __typename: "Statistics",
      from: "2018-11-01",
      to: `2019-${String((index % 12) + 1).padStart(2, "0")}-${String(Math.floor(index / 12) + 10)}`,
    }));
    const count = async (many: number) =>
      statementsPerTable(
        await world.hub.statements(() =>
          read(world.hub, dashboard, STATISTICS, { representations: representations.slice(0, many) }),
        ),
      );
    const once = {
      activity: 1,
      activity_company: 1,
      // The participants, each at the first activity that they came to.
      first_time: 1,
      interview: 1,
      offer: 1,
      position: 1,
      chamber: 1,
      corporate_member: 1,
      business: 1,
    };
    expect(await count(1)).toEqual(once);
    expect(await count(50)).toEqual(once);
  });
});

describe("The network of an organisation", () => {
  it("is FCCQ's as it stands today, and null for any other", async () => {
    const business = await world.business();
    await world.business();
    await world.chamber();
    await world.member({ businessId: business.id });
    await world.position({ businessId: business.id });
    await world.target({ regionCode: "01" });
    const data = await read(
      world.hub,
      dashboard,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Organisation { businessNetwork { asOf chambers corporateMembers businesses openPositions targetedRegions } } } }`,
      {
        representations: ["fccq", "ccmm"].map((code) => ({ __typename: "Organisation", code })),
      },
    );
    expect(data).toEqual({
      _entities: [
        {
          businessNetwork: {
            asOf: TODAY,
            chambers: 1,
            corporateMembers: 1,
            businesses: 2,
            openPositions: 1,
            targetedRegions: 1,
          },
        },
        { businessNetwork: null },
      ],
    });
  });
});
